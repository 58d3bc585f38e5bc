package io.meshwright.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which scalars without quotes YAML readers read differently: YAML 1.1 and 1.2, kubectl,
 * Jackson, PyYAML.
 */
final class Ambiguity {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?(?:(?:[Tt]|[ \\t]+)\\d.*+)?");
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?\\d[\\d_]*+(?::[0-5]?\\d)++(?:\\.[\\d_]*+)?");
  private static final Pattern PREFIXED =
      Pattern.compile("[-+]?0(?:[xX][\\da-fA-F_]++|[oO][0-7_]++|[bB][01_]++)");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[\\d_]++");
  private static final Pattern UNDERSCORES =
      Pattern.compile("[-+]?\\d[\\d_]*+(?:\\.[\\d_]*+)?(?:[eE][-+]?\\d++)?");
  private static final Pattern EXPONENT =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)[eE][-+]?\\d++");
  private static final Pattern LOOSE_NUMBER =
      Pattern.compile("[-+]?\\.[\\d_]++|[-+]?\\d++\\.|\\+\\d++(?:\\.\\d*+)?");
  private static final Pattern INFINITE =
      Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
  private static final Pattern INTEGER = Pattern.compile("-?\\d++");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d++\\.\\d++");
  private static final BigInteger LARGEST_EXACT = BigInteger.ONE.shiftLeft(53);
  private static final int LONGEST_NUMBER = 100;
  private static final String TEXT_IN_1_2 = " by YAML 1.1 and as text by YAML 1.2";

  private Ambiguity() {}

  /** Returns how a value is read, as the end of a sentence, if readers disagree about it. */
  static Optional<String> ofValue(String raw) {
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    char first = raw.charAt(0);
    boolean numeric = (first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0;
    return Optional.ofNullable(numeric ? number(raw) : word(raw));
  }

  /** Returns how a key is read, if readers disagree: a key that is no text has two spellings. */
  static Optional<String> ofKey(String raw) {
    return switch (raw) {
      case "true", "false", "null" ->
          Optional.of(
              "is read as the value " + raw + " by some YAML readers and as text by others");
      default ->
          DECIMAL.matcher(raw).matches()
              ? Optional.of("is read as a number, which loses its zeros, by some YAML readers")
              : ofValue(raw);
    };
  }

  private static @Nullable String word(String raw) {
    return switch (raw) {
      case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> "is read as true" + TEXT_IN_1_2;
      case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> "is read as false" + TEXT_IN_1_2;
      case "True", "TRUE" -> "is read as true by some YAML readers and as text by others";
      case "False", "FALSE" -> "is read as false by some YAML readers and as text by others";
      case "~", "Null", "NULL" -> "is read as null by some YAML readers and as text by others";
      case "=", "<<" -> "has a meaning of its own in YAML 1.1 and is text in YAML 1.2";
      default -> null;
    };
  }

  private static @Nullable String number(String raw) {
    if (INFINITE.matcher(raw).matches()) {
      return "is read as a number by some YAML readers and refused by others";
    }
    if (PREFIXED.matcher(raw).matches()) {
      return prefixed(raw);
    }
    if (LEADING_ZERO.matcher(raw).matches()) {
      return leadingZero(raw);
    }
    if (INTEGER.matcher(raw).matches()) {
      return exact(raw) ? null : "is a number too large for JSON, which rounds it";
    }
    if (DATE.matcher(raw).matches()) {
      return "is read as a date" + TEXT_IN_1_2;
    }
    if (SEXAGESIMAL.matcher(raw).matches()) {
      return "is read as a number to the base of 60" + TEXT_IN_1_2;
    }
    if (EXPONENT.matcher(raw).matches()) {
      return "is read as a number by some YAML readers and as text by others";
    }
    if (LOOSE_NUMBER.matcher(raw).matches()) {
      return "is read as a number by some YAML readers and as text by others";
    }
    boolean underscores = raw.indexOf('_') > 0 && UNDERSCORES.matcher(raw).matches();
    return underscores ? "is read as " + plain(raw) + TEXT_IN_1_2 : null;
  }

  private static String prefixed(String raw) {
    boolean octal = raw.indexOf('o') > 0 || raw.indexOf('O') > 0;
    return octal
        ? "is read as a number by YAML 1.2 and as text by YAML 1.1"
        : "is read as " + value(raw) + TEXT_IN_1_2;
  }

  private static String leadingZero(String raw) {
    if (raw.indexOf('8') >= 0 || raw.indexOf('9') >= 0) {
      return "is read as a number by some YAML readers and as text by others";
    }
    return "is read as " + value(raw) + " by YAML 1.1 and as " + plain(raw) + " by YAML 1.2";
  }

  /** Returns the decimal digits of a number whose base its prefix tells, as YAML 1.1 reads it. */
  private static String value(String raw) {
    String digits = raw.replace("_", "").toLowerCase(Locale.ROOT);
    boolean signed = digits.startsWith("-") || digits.startsWith("+");
    String sign = digits.startsWith("-") ? "-" : "";
    String rest = digits.substring(signed ? 1 : 0);
    int base = rest.startsWith("0x") ? 16 : rest.startsWith("0b") ? 2 : 8;
    String value = base == 8 ? rest : rest.substring(2);
    boolean readable = !value.isEmpty() && value.length() <= LONGEST_NUMBER;
    return readable ? sign + new BigInteger(value, base) : "a number";
  }

  private static String plain(String raw) {
    String digits = raw.replace("_", "").replace("+", "");
    boolean readable = INTEGER.matcher(digits).matches() && digits.length() <= LONGEST_NUMBER;
    return readable ? new BigInteger(digits).toString() : "a number";
  }

  private static boolean exact(String raw) {
    return raw.length() <= 15
        || (raw.length() <= 18 && new BigInteger(raw).abs().compareTo(LARGEST_EXACT) <= 0);
  }
}
