package dev.blastradius.ui.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.study.StudyController.Work;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StudyControllerTest {

    private static final long SECOND = 1_000_000_000L;

    private final SimpleBooleanProperty runGoingOn = new SimpleBooleanProperty();
    private final AtomicLong clock = new AtomicLong();
    private final StudyController controller = new StudyController(runGoingOn, clock::get);
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        Fx.start();
    }

    /** Work that waits until it may go on, and then gives what is done. */
    private class Waiting implements Work<String> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private volatile RunProgress progress = RunProgress.NONE;

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public String make(RunProgress given) {
            progress = given;
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return given.isCancelled() ? "half" : "whole";
        }

        @Override
        public void done(String result) {
            assertTrue(Platform.isFxApplicationThread());
            heard.add(result);
        }

        @Override
        public void refused(List<Problem> problems) {
            heard.add(problems);
        }

        @Override
        public void failed(Throwable fault) {
            heard.add(fault);
        }
    }

    private Waiting begin() throws InterruptedException {
        Waiting work = new Waiting();
        Fx.run(() -> controller.start("Compare", work));
        work.begun.await();
        return work;
    }

    @Test
    void workEndsWithItsResultAndLeavesNothingGoingOn() throws InterruptedException {
        Waiting work = begin();
        assertTrue(Fx.get(() -> controller.runningProperty().get()));
        work.mayEnd.countDown();
        assertEquals("whole", heard.take());
        assertFalse(Fx.get(() -> controller.runningProperty().get()));
        assertEquals("", Fx.get(controller::obstacle));
    }

    @Test
    void onePieceGoesOnAtATime() throws InterruptedException {
        Waiting work = begin();
        assertEquals("“Compare” is going on", Fx.get(controller::obstacle));
        Waiting other = new Waiting();
        Fx.run(() -> controller.start("Matrix", other));
        assertEquals("Compare", Fx.get(controller::name));
        work.mayEnd.countDown();
        assertEquals("whole", heard.take());
        assertEquals(1, other.begun.getCount());
    }

    @Test
    void nothingBeginsWhileASingleRunGoesOn() {
        runGoingOn.set(true);
        assertEquals("A run is going on", Fx.get(controller::obstacle));
        Fx.run(() -> controller.start("Compare", new Waiting()));
        assertFalse(Fx.get(() -> controller.runningProperty().get()));
    }

    @Test
    void cancelledWorkGivesWhatIsDone() throws InterruptedException {
        Waiting work = begin();
        Fx.run(controller::cancel);
        assertTrue(Fx.get(() -> controller.cancellingProperty().get()));
        work.mayEnd.countDown();
        assertEquals("half", heard.take());
        assertFalse(Fx.get(() -> controller.cancellingProperty().get()));
    }

    @Test
    void ofForgottenWorkNobodyHears() throws InterruptedException {
        Waiting work = begin();
        Fx.run(controller::forget);
        assertFalse(Fx.get(() -> controller.runningProperty().get()));
        assertTrue(work.progress.isCancelled());
        Waiting next = begin();
        work.mayEnd.countDown();
        next.mayEnd.countDown();
        assertEquals("whole", heard.take());
        assertNull(heard.poll());
    }

    @Test
    void progressAndTheTimeLeftAreTold() throws InterruptedException {
        Waiting work = begin();
        clock.set(10 * SECOND);
        work.progress.report(0.25);
        Fx.waitUntil("it is told", () -> controller.progressProperty().get() == 0.25);
        assertEquals("30 s left", Fx.get(() -> controller.timeLeftProperty().get()));
        work.mayEnd.countDown();
        heard.take();
        assertEquals(0, Fx.get(() -> controller.progressProperty().get()));
    }

    @Test
    void aModelThatCannotBeStudiedIsRefusedWithoutWork() throws InterruptedException {
        Problem problem = Problem.error(JsonPath.ROOT, "it is no model", "a model", null);
        Waiting work = new Waiting() {
            @Override
            public List<Problem> problems() {
                return List.of(problem);
            }
        };
        Fx.run(() -> controller.start("Compare", work));
        assertEquals(List.of(problem), heard.take());
        assertFalse(Fx.get(() -> controller.runningProperty().get()));
    }

    @Test
    void aFaultOfTheProgramIsToldAndALackOfMemoryIsTheModels() throws InterruptedException {
        Fx.run(() -> controller.start("Compare", throwing(new IllegalStateException("broken"))));
        assertInstanceOf(IllegalStateException.class, heard.take());
        Fx.run(() -> controller.start("Compare", throwing(new OutOfMemoryError("full"))));
        assertInstanceOf(List.class, heard.take());
    }

    private Waiting throwing(Throwable fault) {
        return new Waiting() {
            @Override
            public String make(RunProgress given) {
                if (fault instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) fault;
            }
        };
    }
}
