package io.custard.launcher.demo;

import java.util.List;

/** What a demo asks when nobody says what to ask. */
public final class SampleQuestions {
  private static final List<String> SHOP =
      List.of(
          "How many customers are there?",
          "What are the 5 products with the highest price?",
          "How many orders are there by status?",
          "What is the average rating of reviews?",
          "How many orders were placed in 2025?");

  private static final List<String> ANY = List.of("List tables");

  private SampleQuestions() {}

  public static List<String> ofShop() {
    return SHOP;
  }

  /** For a database nobody here knows. */
  public static List<String> ofAnyDatabase() {
    return ANY;
  }
}
