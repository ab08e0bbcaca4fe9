package dev.blastradius.engine;

/** The types of events; what their index and stamp mean stands beside each. */
final class Event {

    /** A client's next request: the client; unused. */
    static final int ARRIVAL = 0;
    /** A request that a surge of traffic may add: the client; which state of its faults it belongs to. */
    static final int EXTRA_ARRIVAL = 1;
    /** A request that a surge adds as a copy of another: the client; unused. */
    static final int COPY_ARRIVAL = 2;
    /** A user of closed traffic sends: the user; the client. */
    static final int USER = 3;
    /** A user loses patience: the request; its stamp. */
    static final int PATIENCE = 4;
    /** An attempt reaches its component: the job; its stamp. */
    static final int REACH = 5;
    /** A job's own work is done: the job; its stamp. */
    static final int SERVICE_END = 6;
    /** A job has waited long enough: the job; its stamp. */
    static final int QUEUE_TIMEOUT = 7;
    /** A job's answer reaches its caller, where that was too deep to do at once: the job; its stamp. */
    static final int DELIVER = 8;
    /** An attempt has taken too long: the call; its attempt stamp. */
    static final int TIMEOUT = 9;
    /** A call has taken too long on its present target: the call; its stamp. */
    static final int DEADLINE = 10;
    /** A retry is due: the call; its attempt stamp. */
    static final int RETRY = 11;
    /** A call's next repetition is due: the call; its stamp. */
    static final int REPEAT = 12;
    /** A fault begins or ceases to act: the fault; unused. */
    static final int FAULT = 13;
    /** A job that stood still between its calls goes on: the job; its stamp. */
    static final int RESUME = 14;

    /** A user sends a request again that failed: the job; its stamp. */
    static final int USER_RETRY = 15;
    /** An attempt that had to wait at a gate goes on, or has been given a place: the call; its attempt stamp. */
    static final int GATE_PASSED = 16;
    /** An attempt has waited for a place for as long as it may: the call; its attempt stamp. */
    static final int GATE_TIMEOUT = 17;
    /** An attempt's answer is so late that a further one is due: the call; its attempt stamp. */
    static final int HEDGE = 18;

    /** People change the pipeline: unused; unused. */
    static final int RUNBOOK = 19;

    /** A queue's item that was not delivered comes back: the job; its stamp. */
    static final int REDELIVERY = 20;
    /** A queue's item has reached the age at which it is lost: the job; its stamp. */
    static final int TOO_OLD = 21;

    /** The time is up that a job was given for which nobody waits any more: the job; its stamp. */
    static final int TIME_IS_UP = 22;

    private Event() {}
}
