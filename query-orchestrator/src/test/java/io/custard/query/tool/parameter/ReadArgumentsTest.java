package io.custard.query.tool.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.problem.CustardException;
import io.custard.problem.Problem.Violation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadArgumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();
  private static final String ID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

  private final ReadArguments reader = new ReadArguments(JSON, VALIDATORS.getValidator());
  private final Parameters<Given> parameters = Parameters.of(Given.class);

  @JsonNaming(SnakeCaseStrategy.class)
  record Given(
      @NotNull @JsonPropertyDescription("Which.") UUID connectionId,
      @Nullable @Size(min = 1, max = 5) @JsonPropertyDescription("What.") String tableName,
      @Nullable @Min(1) @Max(10) @JsonPropertyDescription("How many.") Integer maxRows) {}

  record Untellable(@Email @JsonPropertyDescription("Whom.") String address) {}

  @AfterAll
  static void close() {
    VALIDATORS.close();
  }

  @Test
  void argumentsBecomeTheirRecord() throws Exception {
    assertThat(read("{'connection_id':'" + ID + "','table_name':'a','max_rows':null}"))
        .isEqualTo(new Given(UUID.fromString(ID), "a", null));
  }

  @Test
  void whatIsNoParameterIsRefused() {
    assertThat(refused("{'connection_id':'" + ID + "','approved':true}"))
        .extracting(Violation::field, Violation::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "arguments", "takes only connection_id, table_name, max_rows"));
  }

  @Test
  void allThatIsWrongIsListedAtOnce() {
    assertThat(refused("{'connection_id':7,'table_name':[],'max_rows':'3'}"))
        .extracting(Violation::field)
        .containsExactly("connection_id", "max_rows", "table_name");
    assertThat(refused("{'table_name':'too long','max_rows':11}"))
        .extracting(Violation::field)
        .containsExactly("connection_id", "max_rows", "table_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'connection_id':'1-1-1-1-1'}",
        "{'connection_id':'G05OKLOhEdKIPwAW08ykJw=='}",
        "{'connection_id':{'$ne':null}}",
        "{'connection_id':'" + ID + "','max_rows':1.5}",
        "{'connection_id':'" + ID + "','max_rows':4294967297}",
        "{'connection_id':'" + ID + "','max_rows':true}",
        "{'connection_id':'" + ID + "','table_name':3}",
        "{'connection_id':'" + ID + "','table_name':'a\\u0000b'}",
        "{}"
      })
  void nothingIsConvertedOrGuessed(String given) {
    assertThat(refused(given)).isNotEmpty();
  }

  @Test
  void theSameArgumentsHaveOneCanonicalForm() throws Exception {
    Given one = read("{'max_rows':3,'connection_id':'" + ID.toUpperCase() + "','table_name':null}");
    Given other = read("{'connection_id':'" + ID + "','max_rows':3}");

    assertThat(reader.canonical(one))
        .isEqualTo(reader.canonical(other))
        .isEqualTo("{\"connection_id\":\"" + ID + "\",\"max_rows\":3}");
  }

  @Test
  void aConstraintThatTheSchemaCannotTellStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(Untellable.class))
        .withMessageContaining("not in JSON Schema");
  }

  private Given read(String given) throws Exception {
    return reader.read(parameters, (ObjectNode) JSON.readTree(given.replace('\'', '"')));
  }

  private java.util.List<Violation> refused(String given) {
    CustardException refusal = catchThrowableOfType(CustardException.class, () -> read(given));
    return refusal.violations();
  }
}
