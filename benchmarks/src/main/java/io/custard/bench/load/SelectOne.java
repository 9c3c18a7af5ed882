package io.custard.bench.load;

import io.custard.bench.load.Load.Caller;
import io.custard.bench.stack.Stack;
import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.QueryRequest;
import io.custard.cli.api.RunContext;
import io.custard.problem.ErrorCode;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The smallest statement there is, through the whole suite and straight to the database. */
public final class SelectOne implements AutoCloseable {
  private static final String SQL = "select 1";
  private static final int DEFAULT_PORT = 5432;

  private final CustardApi api;
  private final String token;
  private final QueryRequest request;
  private final URI database;

  private SelectOne(CustardApi api, String token, QueryRequest request, URI database) {
    this.api = api;
    this.token = token;
    this.request = request;
    this.database = database;
  }

  public static SelectOne on(Stack stack)
      throws IOException, InterruptedException, ApiProblem, NotRunningException {
    RunContext context = stack.context();
    CustardApi api = new CustardApi(context.url());
    String token = api.login(context.email(), context.password());
    QueryRequest request = QueryRequest.sql(context.connectionId(), SQL);
    return new SelectOne(api, token, request, stack.database());
  }

  public Latencies throughCustard(Load load) throws Exception {
    return load.run(() -> this::isAnswered);
  }

  private boolean isAnswered() throws ApiProblem, NotRunningException {
    try {
      api.query(token, request);
      return true;
    } catch (ApiProblem e) {
      if (e.code().equals(ErrorCode.AGENT_BUSY.name())) {
        return false;
      }
      throw e;
    }
  }

  public Latencies straightToTheDatabase(Load load) throws Exception {
    return load.run(Session::new);
  }

  /** A connection to the database, as one worker uses it. */
  private final class Session implements Caller {
    private final Connection connection;
    private final Statement statement;

    Session() throws SQLException {
      int port = database.getPort() < 0 ? DEFAULT_PORT : database.getPort();
      String url = "jdbc:postgresql://" + database.getHost() + ":" + port + database.getPath();
      connection = DriverManager.getConnection(url, login(database));
      statement = connection.createStatement();
    }

    private static Properties login(URI database) {
      String[] user = database.getUserInfo().split(":", 2);
      Properties login = new Properties();
      login.setProperty("user", user[0]);
      if (user.length > 1) {
        login.setProperty("password", user[1]);
      }
      return login;
    }

    @Override
    public boolean call() throws SQLException {
      try (ResultSet one = statement.executeQuery(SQL)) {
        return one.next();
      }
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the database connection did not close", e);
      }
    }
  }

  @Override
  public void close() {
    api.close();
  }
}
