package dev.blastradius.engine;

import dev.blastradius.engine.trace.Traces;

/**
 * A replication that was recorded.
 *
 * @param result what it gave
 * @param chronicle what it went through, step by step
 * @param traces some of its requests, span by span
 */
public record RecordedReplication(ReplicationResult result, Chronicle chronicle, Traces traces) {}
