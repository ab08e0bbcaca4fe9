package dev.blastradius.ui.start;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How long ago something was, as people say it. */
final class Ago {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Ago() {}

    /**
     * Words for a moment: {@code "5 minutes ago"}, {@code "yesterday"}, {@code "3 May 2026"}; what is not past yet was just now.
     *
     * @param zone whose midnights part the days
     */
    static String of(Instant then, Instant now, ZoneId zone) {
        long minutes = Duration.between(then, now).toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return count(minutes, "minute");
        }
        LocalDate day = LocalDate.ofInstant(then, zone);
        long days = LocalDate.ofInstant(now, zone).toEpochDay() - day.toEpochDay();
        if (days == 0) {
            return count(minutes / 60, "hour");
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < 7 ? days + " days ago" : DATE.format(day);
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s") + " ago";
    }
}
