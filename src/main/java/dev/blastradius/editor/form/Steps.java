package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.ValueType;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers one step up or down, as the arrow keys do it. */
final class Steps {

    private static final Pattern SHOWN = Pattern.compile("(\\$?)([0-9][0-9,]*(?:\\.[0-9]+)?)(.*)");

    private Steps() {}

    /** The text so many steps further; the same where it is no number, or where no step leads to a valid value. */
    static String step(ValueType<?> type, String text, int steps) {
        Matcher shown = SHOWN.matcher(text.strip());
        if (!shown.matches()) {
            return text;
        }
        String digits = TypedNumbers.plain(shown.group(2));
        if (digits.isEmpty()) {
            return text;
        }
        BigDecimal value = new BigDecimal(digits);
        BigDecimal next = value.add(size(value).multiply(BigDecimal.valueOf(steps)));
        return fitting(type, shown, next.max(BigDecimal.ZERO), text);
    }

    /** By one, with decimals by the last of them, from a hundred on by the second digit. */
    private static BigDecimal size(BigDecimal value) {
        BigDecimal one = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, value.scale()));
        int magnitude = value.precision() - value.scale() - 1;
        return value.signum() == 0 ? one : one.max(BigDecimal.ONE.scaleByPowerOfTen(magnitude - 1));
    }

    private static String fitting(ValueType<?> type, Matcher shown, BigDecimal next, String text) {
        String changed = shown.group(1) + next.toPlainString() + shown.group(3);
        Object tree = TypedText.parse(type, changed);
        if (TypedText.isValid(type, tree)) {
            return TypedText.show(type, tree);
        }
        return text;
    }
}
