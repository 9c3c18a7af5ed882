package io.custard.query.retrieval;

/** What a search goes by. All of it, except where the worth of one is measured. */
public enum Signal {
  /** Words that often mean the same as a word of the question. */
  SYNONYMS,
  /** Names written without a gap, and names cut short. */
  PARTS_OF_WORDS,
  /** What the tables beside a table say, by foreign keys in both directions. */
  NEIGHBOURS,
  /** What else the schema holds that a table is in. */
  SCHEMA,
  /** How alike the texts are in meaning. */
  MEANING,
  /** Tables on the shortest way between two of the best. */
  BRIDGES,
  /** Wide tables with their keys and best columns alone. */
  TRIMMING
}
