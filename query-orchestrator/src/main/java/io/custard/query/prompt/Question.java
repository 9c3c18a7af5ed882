package io.custard.query.prompt;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A question with what its words mean where it is asked.
 *
 * @param dialect of the SQL that is wanted, as connections name it
 * @param today where the asker is
 */
public record Question(String text, String dialect, LocalDate today, ZoneId zone) {}
