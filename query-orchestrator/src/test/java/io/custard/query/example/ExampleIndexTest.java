package io.custard.query.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleIndexTest {
  private final ExampleIndex index =
      new ExampleIndex(
          Stream.of(
                  "How many orders were shipped late?",
                  "What is the revenue of each country?",
                  "Which countries have the most customers?",
                  "Average salary of each department")
              .map(question -> new Kept(UUID.randomUUID(), question, "select 1", true))
              .toList());

  @Test
  void theMostSimilarComesFirstWhateverTheFormOfItsWords() {
    assertThat(like("revenues by country")).startsWith("What is the revenue of each country?");
    assertThat(like("late shipping of an order")).startsWith("How many orders were shipped late?");
  }

  @Test
  void wordsOfGrammarMakeNothingSimilar() {
    assertThat(like("How many of each are there in the list?")).isEmpty();
    assertThat(like("")).isEmpty();
  }

  @Test
  void noMoreAreFoundThanAreWanted() {
    assertThat(index.like("country revenue order salary", 2)).hasSize(2);
  }

  private List<String> like(String question) {
    return index.like(question, 3).stream().map(Kept::question).toList();
  }
}
