package io.custard.conversation.phrase;

import java.util.Optional;

/** Knows phrases of one kind. */
@FunctionalInterface
interface PhraseReader {
  /** The phrase that begins at a word, if one does. */
  Optional<Found> at(int at);
}
