package io.custard.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicAndLibraryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "What are the first and last names of the doctors?~Mia|Stone; Lee|Hart; Ira|Wood",
        "How many female patients are there?~2",
        "Who is the oldest patient?~Max Elm",
        "What is the name of the youngest patient?~Eva Fir",
        "Which patients are older than 35?~Tom Ash; Max Elm",
        "average salary of doctors for each specialty~Cardiology|9000.0; Surgery|7500.0",
        "Which specialties have at least 2 doctors?~Surgery",
        "How many appointments does Tom Ash have?~2",
        "names of patients without appointments~Ida Yew",
        "Which patients take Aspirin?~Tom Ash; Eva Fir; Max Elm",
        "What is the total fee of appointments in May 2024?~120",
        "How many patients does each medication have?~Aspirin|3; Ibuprofen|1",
        "Which medications are prescribed to no patient?~Zyrtec",
      })
  void answersOverCamelCaseNames(String question, String rows) {
    try (TestingDatabase clinic = TestingDatabase.of(TestingSchemas.CLINIC)) {
      assertThat(clinic.answer(question)).isEqualTo(rows);
    }
  }

  @Test
  void roleWordChoosesBetweenTwoReferencesToOneTable() {
    try (TestingDatabase clinic = TestingDatabase.of(TestingSchemas.CLINIC)) {
      assertThat(clinic.answer("number of patients for each primary doctor"))
          .contains("Mia|Stone|2");
      assertThat(clinic.reason("number of patients for each doctor"))
          .contains("several references");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "titles of books published before 1950~Tides",
        "Which book has the most pages?~Winds",
        "How many books did each author write?~Ada Moor|3; Ben Lund|1; Cleo Faye|1",
        "names of authors without books~Dan Roe",
        "Show the genre and the number of books of each genre~Fiction|2; Science|1; Travel|1",
        "Which authors are British?~Ada Moor; Cleo Faye",
        "last names of members who have no loan~Quay",
        "What is the most common genre?~Fiction",
        "What are the titles of the books by Ben Lund?~Roots",
        "Which genres have both books with more than 150 pages and books with less than 150 pages?~Fiction",
      })
  void infersReferencesFromNames(String question, String rows) {
    try (TestingDatabase library = TestingDatabase.of(TestingSchemas.LIBRARY)) {
      assertThat(library.answer(question)).isEqualTo(rows);
    }
  }
}
