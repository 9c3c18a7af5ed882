package io.custard.access;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sent the current request; filled before the resource method runs. */
@RequestScoped
public class CurrentCaller {
  private @Nullable Caller caller;

  /** Fails with {@code AUTH_REQUIRED} where nobody showed a token, as on an {@link Open} method. */
  public Caller get() {
    return find()
        .orElseThrow(() -> new CustardException(ErrorCode.AUTH_REQUIRED, "Log in and ask again."));
  }

  /** On an {@link Open} method always empty. */
  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  void set(Caller who) {
    caller = who;
  }
}
