package io.custard.conversation.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several readings of a question.
 *
 * @param id stable within its clarification
 * @param label for people
 * @param sql the statement of this reading; null if it is given by changes
 * @param changes to the statement before; none if the reading is given by its own statement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Choice(String id, String label, @Nullable String sql, List<Change> changes) {
  public Choice {
    changes = List.copyOf(changes);
  }
}
