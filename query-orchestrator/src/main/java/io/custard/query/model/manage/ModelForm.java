package io.custard.query.model.manage;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.model.JsonMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What the fields of a model look like. */
final class ModelForm {
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9._:-]{0,62}";
  static final String NAME_FORM =
      "names have 1 to 63 letters, digits, dots, colons, dashes and underscores";
  static final String SHOWABLE = "[^\\p{C}\\p{Zl}\\p{Zp}]+";
  static final String KEY = "[\\x21-\\x7e]*";
  static final String KEY_FORM = "a key has no blanks and only ASCII characters";
  static final String JSON = "schema|object|text";
  static final String JSON_FORM = "json is one of schema, object and text";
  static final int LONGEST = 500;
  static final int LONGEST_KEY = 4_096;
  static final int MOST_ALIASES = 10;

  /** Addresses of ours that a model of this name would hide behind. */
  private static final List<String> RESERVED = List.of("built-in", "rules", "budget", "usage");

  private ModelForm() {}

  static URI address(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      throw new CustardException(ErrorCode.REQUEST_INVALID, "base_url is no web address.");
    }
  }

  static JsonMode json(String name) {
    return JsonMode.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static boolean isReserved(String name) {
    return RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }
}
