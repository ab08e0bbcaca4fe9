package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Fault;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultReaderTest {

    private static FaultReader.Reading read(String json) {
        return FaultReader.read(json.replace('\'', '"'), Duration.of("5m"), Duration.of("90m"));
    }

    @Test
    void aFaultThatDoesNotSayWhenBeginsWhenAskedAndHasNoEnd() {
        Fault fault = read("{'unavailable': true}").fault();
        assertNotNull(fault);
        assertEquals(Duration.of("5m"), fault.at());
        assertNull(fault.lasting());
        assertEquals(Map.of("unavailable", true), fault.effects());
    }

    @Test
    void allThatAModelsFaultHasIsRead() {
        Fault fault = read("{'at':'10m','for':'6m','ramp':'1m','flap':{'on':'30s','off':'10s'},'errorRate':0.4,"
                        + "'latencyFactor':3}")
                .fault();
        assertNotNull(fault);
        assertEquals(Duration.of("10m"), fault.at());
        assertEquals(Duration.of("6m"), fault.lasting());
        assertEquals(Duration.of("1m"), fault.ramp());
        assertNotNull(fault.flap());
        assertEquals(Map.of("errorRate", 0.4, "latencyFactor", 3.0), fault.effects());
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        FaultReader.Reading reading = read("{'target':'opus','for':'2','errorRate':3,'errRate':1}");
        assertNull(reading.fault());
        List<String> places = reading.problems().stream()
                .filter(Problem::isError)
                .map(problem -> problem.where().toString())
                .sorted()
                .toList();
        assertEquals(List.of("$.errRate", "$.errorRate", "$.for", "$.target"), places);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|not an object",
                "null|null",
                "{}|a fault that does nothing",
                "{'at':'2h','unavailable':true}|the fault begins when the experiment is over",
                "{'unavailable': tru}|JSON",
                "'down'|not an object"
            })
    void whatIsNoFaultIsSaidToBeNone(String json, String what) {
        FaultReader.Reading reading = read(json);
        assertNull(reading.fault());
        assertTrue(
                reading.problems().get(0).what().contains(what),
                reading.problems().toString());
    }
}
