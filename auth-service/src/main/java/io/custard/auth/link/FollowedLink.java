package io.custard.auth.link;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The token of a mailed link, and whether a browser followed it. */
public record FollowedLink(
    @NotEmpty(message = "the token of the link is needed") @Size(max = 200) String token,
    @Nullable Boolean browser) {

  public boolean inBrowser() {
    return Boolean.TRUE.equals(browser);
  }

  @Override
  public String toString() {
    return "FollowedLink[…]";
  }
}
