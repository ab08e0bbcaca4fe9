package dev.blastradius.engine;

import dev.blastradius.model.component.WorkQueue;
import dev.blastradius.model.descriptor.Duration;

/**
 * How a work queue delivers what it has accepted, made ready to run.
 *
 * @param maxAgeNanos the age at which work that waits is lost; {@code Long.MAX_VALUE}: never
 * @param redeliverNanos how long after a failure it comes back
 * @param mostDeliveries how often it is given to a consumer
 */
record BufferPlan(long maxAgeNanos, long redeliverNanos, int mostDeliveries) {

    static BufferPlan of(WorkQueue queue) {
        Duration maxAge = queue.maxAge();
        Long most = queue.maxDeliveries();
        return new BufferPlan(
                maxAge == null ? Long.MAX_VALUE : maxAge.nanos(),
                WorkQueue.REDELIVER_AFTER.in(queue).nanos(),
                most == null ? Integer.MAX_VALUE : Math.toIntExact(most));
    }
}
