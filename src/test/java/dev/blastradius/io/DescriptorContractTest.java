package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.policy.Policies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every parameter of the model file must say of itself, so that schema, inspector and reference can show it. */
class DescriptorContractTest {

    static List<ParameterWalk.Found> parameters() {
        return ParameterWalk.all();
    }

    @Test
    void theWalkReachesEveryFamily() {
        Set<String> keys = new HashSet<>();
        parameters().forEach(found -> keys.add(found.parameter().key()));
        Policies.ALL.forEach(policy -> assertTrue(keys.contains(policy.key()), policy.key()));
        assertTrue(keys.containsAll(
                Set.of("traffic", "interarrival", "errorRate", "timeToFirstToken", "runbook", "seed")));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterHasAMeaningOfOneLineWithoutAFullStop(ParameterWalk.Found found) {
        String meaning = found.parameter().meaning();
        assertFalse(meaning.isBlank());
        assertFalse(meaning.endsWith("."), meaning);
        assertFalse(meaning.contains("\n"), meaning);
        assertTrue(
                Character.isUpperCase(meaning.codePointAt(0)) || !Character.isLetter(meaning.codePointAt(0)), meaning);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aKeyIsInCamelCaseAndStandsOnceInItsObject(ParameterWalk.Found found) {
        assertTrue(found.parameter().key().matches("[a-z][A-Za-z0-9]*"), found::toString);
        assertEquals(
                1,
                found.owner().keys().stream()
                                .filter(found.parameter().key()::equals)
                                .count()
                        + (found.parameter().isGroup() ? 1 : 0));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aDefaultIsAllowedByItsOwnType(ParameterWalk.Found found) {
        assertDefaultReadsBack(found.parameter());
    }

    private static <T> void assertDefaultReadsBack(Parameter<?, T> parameter) {
        T value = parameter.defaultValue();
        if (value != null) {
            Problems problems = new Problems();
            assertEquals(value, parameter.type().read(parameter.type().write(value), JsonPath.ROOT, problems));
            assertEquals(List.of(), problems.all());
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void absenceMeansOneThing(ParameterWalk.Found found) {
        Parameter<?, ?> parameter = found.parameter();
        if (parameter.isRequired()) {
            assertNull(parameter.defaultValue());
            assertEquals("", parameter.absent());
        } else {
            assertTrue(parameter.defaultValue() == null || parameter.absent().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyWordOfAChoiceHasAMeaning(ParameterWalk.Found found) {
        if (found.parameter().type() instanceof ChoiceType<?> choice) {
            Set<String> words = new HashSet<>();
            for (Named each : choice.choices()) {
                assertTrue(words.add(each.key()), each.key());
                assertTrue(each.key().matches("[a-z][A-Za-z0-9]*"), each.key());
                assertFalse(each.meaning().isBlank(), each.key());
            }
        }
    }

    /** Whoever meets a default can look it up, or reads that it is the program's own; a policy's number is somebody's. */
    @ParameterizedTest
    @MethodSource("parameters")
    void aDefaultSaysWhereItComesFrom(ParameterWalk.Found found) {
        Parameter<?, ?> parameter = found.parameter();
        Object value = parameter.defaultValue();
        if (value != null) {
            assertFalse(parameter.source().isBlank(), found::toString);
        }
        boolean number = value instanceof Number || value instanceof Duration duration && duration.nanos() > 0;
        boolean policy = Policies.ALL.stream().anyMatch(each -> each.type() == found.owner());
        if (policy && number) {
            assertNotEquals(Parameter.OWN_CHOICE, parameter.source(), found::toString);
        }
    }
}
