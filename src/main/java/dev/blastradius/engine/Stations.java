package dev.blastradius.engine;

import dev.blastradius.model.component.Station.Discipline;
import java.util.Arrays;

/**
 * The state of all stations: busy servers and queues of each replica, and what stands still. It keeps the books and measures what is
 * in them; what happens when is for {@link StationWork} to say.
 */
final class Stations {

    private static final int CLASSES = 3;

    private final Plan plan;
    private final StationPlan[] plans;
    private final Jobs jobs;
    private final ReplicationResult result;
    private final int[] busy;
    private final long[] waiting;
    /** By replica: how many have ever waited, which gives each its number in the line. */
    private final long[] numbers;
    /** First and last of each replica's queues, one for each class of priority. */
    private final int[] head;

    private final int[] tail;
    private final boolean[] frozen;
    private final long[] frozenSince;
    private final long[] frozenBefore;
    private final int[] frozenHead;

    Stations(Plan plan, Jobs jobs, ReplicationResult result) {
        this.plan = plan;
        this.plans = plan.stations;
        this.jobs = jobs;
        this.result = result;
        int replicas = 0;
        for (StationPlan station : plans) {
            replicas += station.replicas();
        }
        busy = new int[replicas];
        waiting = new long[replicas];
        numbers = new long[replicas];
        head = filled(replicas * CLASSES);
        tail = filled(replicas * CLASSES);
        frozen = new boolean[plans.length];
        frozenSince = new long[plans.length];
        frozenBefore = new long[plans.length];
        frozenHead = filled(plans.length);
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, Jobs.NONE);
        return array;
    }

    /** How many replicas all stations have together. */
    int replicas() {
        return busy.length;
    }

    /** Busy servers of a replica. */
    int busy(int instance) {
        return busy[instance];
    }

    /** Jobs waiting at a replica. */
    long waiting(int instance) {
        return waiting[instance];
    }

    /** Gives a job a server. */
    void takeServer(int job, long now) {
        busy[jobs.instance[job]]++;
        jobs.flags[job] |= Jobs.HOLDS_SERVER | Jobs.SERVED;
        result.station(jobs.component[job]).busy(now, 1);
    }

    /** Takes a job's server back; what waits for it is for the caller to start. */
    void freeServer(int job, long now) {
        busy[jobs.instance[job]]--;
        jobs.flags[job] &= ~Jobs.HOLDS_SERVER;
        result.station(jobs.component[job]).busy(now, -1);
    }

    /** Puts a job at the end of its queue. */
    void enqueue(int job, long now) {
        jobs.due[job] = numbers[jobs.instance[job]]++;
        append(job);
        jobs.state[job] = Jobs.WAITING;
        waiting[jobs.instance[job]]++;
        result.station(jobs.component[job]).queue(now, 1);
    }

    private void append(int job) {
        int queue = queueOf(job);
        int last = tail[queue];
        jobs.previous[job] = last;
        jobs.next[job] = Jobs.NONE;
        if (last == Jobs.NONE) {
            head[queue] = job;
        } else {
            jobs.next[last] = job;
        }
        tail[queue] = job;
    }

    /** Puts the jobs that wait at a replica in line anew, in the order of their arrival: the plan has changed. */
    void lineUpAnew(int instance) {
        int first = instance * CLASSES;
        int a = head[first];
        int b = head[first + 1];
        int c = head[first + 2];
        Arrays.fill(head, first, first + CLASSES, Jobs.NONE);
        Arrays.fill(tail, first, first + CLASSES, Jobs.NONE);
        while (a != Jobs.NONE || b != Jobs.NONE || c != Jobs.NONE) {
            int job = earlier(a, earlier(b, c));
            int next = jobs.next[job];
            if (job == a) {
                a = next;
            } else if (job == b) {
                b = next;
            } else {
                c = next;
            }
            append(job);
        }
    }

    /** Takes a job out of its queue, wherever in it it stands. */
    void dequeue(int job, long now) {
        int queue = queueOf(job);
        int before = jobs.previous[job];
        int after = jobs.next[job];
        if (before == Jobs.NONE) {
            head[queue] = after;
        } else {
            jobs.next[before] = after;
        }
        if (after == Jobs.NONE) {
            tail[queue] = before;
        } else {
            jobs.previous[after] = before;
        }
        jobs.previous[job] = Jobs.NONE;
        jobs.next[job] = Jobs.NONE;
        waiting[jobs.instance[job]]--;
        result.station(jobs.component[job]).queue(now, -1);
    }

    private int queueOf(int job) {
        return jobs.instance[job] * CLASSES + plan.clients[jobs.client[job]].priority();
    }

    /** The job whose turn it is at a replica; NONE where nobody waits. */
    int nextInLine(int instance, Discipline discipline) {
        int first = instance * CLASSES;
        if (discipline == Discipline.LIFO) {
            return later(tail[first], later(tail[first + 1], tail[first + 2]));
        }
        if (discipline == Discipline.FIFO) {
            return earlier(head[first], earlier(head[first + 1], head[first + 2]));
        }
        for (int queue = first; queue < first + CLASSES; queue++) {
            if (head[queue] != Jobs.NONE) {
                return head[queue];
            }
        }
        return Jobs.NONE;
    }

    private int earlier(int one, int other) {
        if (one == Jobs.NONE || other == Jobs.NONE) {
            return one == Jobs.NONE ? other : one;
        }
        return jobs.due[one] < jobs.due[other] ? one : other;
    }

    private int later(int one, int other) {
        if (one == Jobs.NONE || other == Jobs.NONE) {
            return one == Jobs.NONE ? other : one;
        }
        return jobs.due[one] > jobs.due[other] ? one : other;
    }

    /** Of those who wait at a replica and matter less than a priority: of the lowest class the last; NONE where nobody does. */
    int lastBelow(int instance, int priority) {
        for (int lower = CLASSES - 1; lower > priority; lower--) {
            int last = tail[instance * CLASSES + lower];
            if (last != Jobs.NONE) {
                return last;
            }
        }
        return Jobs.NONE;
    }

    boolean isFrozen(int component) {
        return frozen[component];
    }

    /** How long a component has stood still in all, in nanoseconds. */
    long frozenTotal(int component, long now) {
        return frozen[component] ? frozenBefore[component] + now - frozenSince[component] : frozenBefore[component];
    }

    void freeze(int component, long now) {
        frozen[component] = true;
        frozenSince[component] = now;
    }

    /** Lets a component go on. Returns the first of the jobs that wait for it, linked by {@link Jobs#next}; NONE where none does. */
    int thaw(int component, long now) {
        frozenBefore[component] += now - frozenSince[component];
        frozen[component] = false;
        int first = frozenHead[component];
        frozenHead[component] = Jobs.NONE;
        return first;
    }

    /** Keeps a job until its component goes on. */
    void park(int job) {
        int component = jobs.component[job];
        int first = frozenHead[component];
        jobs.state[job] = Jobs.FROZEN;
        jobs.previous[job] = Jobs.NONE;
        jobs.next[job] = first;
        if (first != Jobs.NONE) {
            jobs.previous[first] = job;
        }
        frozenHead[component] = job;
    }

    /** Forgets a parked job. */
    void unpark(int job) {
        int before = jobs.previous[job];
        int after = jobs.next[job];
        if (before == Jobs.NONE) {
            frozenHead[jobs.component[job]] = after;
        } else {
            jobs.next[before] = after;
        }
        if (after != Jobs.NONE) {
            jobs.previous[after] = before;
        }
        jobs.previous[job] = Jobs.NONE;
        jobs.next[job] = Jobs.NONE;
    }
}
