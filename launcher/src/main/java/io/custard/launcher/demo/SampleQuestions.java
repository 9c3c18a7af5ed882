package io.custard.launcher.demo;

import java.util.List;

/** What a demo asks when nobody says what to ask. */
public final class SampleQuestions {
  private static final List<String> SHOP =
      List.of(
          "How many customers are there?",
          "Which 5 customers have the most orders?",
          "How many orders are there by status?",
          "What is the total amount of orders for each store?",
          "How many customers from Germany have never ordered?");

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
