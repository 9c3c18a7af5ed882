package io.custard.auth;

import static io.restassured.RestAssured.given;

import io.custard.testkit.TestingTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** People and organisations as they are in the tables, without the way there. */
@ApplicationScoped
public class TestingPeople {
  private final DataSource database;

  TestingPeople(DataSource database) {
    this.database = database;
  }

  /** A person with a proved address. */
  public record Person(UUID id, String email) {}

  /** A person in an organisation, and what they send requests with. */
  public record Member(Person person, UUID organisation, String role) {
    public UUID id() {
      return person.id();
    }

    public String token() {
      return TestingTokens.valid(person.id(), organisation, role);
    }

    /** A request of theirs. */
    public RequestSpecification asks() {
      return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }
  }

  public Person person() {
    return person("Ann");
  }

  public Person person(String name) {
    Person person =
        new Person(
            UUID.randomUUID(),
            name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com");
    run(
        "insert into auth.users (id, email, name, created_at, verified_at) values (?, ?, ?, now(),"
            + " now())",
        person.id(),
        person.email(),
        name);
    return person;
  }

  public UUID organisation(String name) {
    UUID id = UUID.randomUUID();
    run("insert into auth.organisations (id, name, created_at) values (?, ?, now())", id, name);
    return id;
  }

  public Member join(Person person, UUID organisation, String role) {
    run(
        "insert into auth.memberships (id, user_id, organisation_id, role) values (?, ?, ?, ?)",
        UUID.randomUUID(),
        person.id(),
        organisation,
        role);
    return new Member(person, organisation, role);
  }

  /** A new person in a new organisation. */
  public Member owner() {
    return join(person(), organisation("Pudding Ltd"), "owner");
  }

  /** A new person in the same organisation. */
  public Member beside(Member other, String role) {
    return join(person(), other.organisation(), role);
  }

  public long count(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        var row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public void run(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Active ones. */
  public long owners(UUID organisation) {
    return count(
        "select count(*) from auth.memberships where organisation_id = ? and role = 'owner' and"
            + " active",
        organisation);
  }

  public boolean isMember(Member member) {
    return count(
            "select count(*) from auth.memberships where organisation_id = ? and user_id = ?",
            member.organisation(),
            member.id())
        == 1;
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
