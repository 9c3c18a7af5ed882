package io.custard.access;

/** The cookies of a browser's session, which auth-service sets. */
public final class BrowserCookies {
  /** The access token; no script sees it. */
  public static final String ACCESS = "custard_access";

  /** The refresh token; no script sees it, and only auth-service's addresses get it. */
  public static final String REFRESH = "custard_refresh";

  /** What our own page repeats in the header {@link CsrfRule#HEADER}. */
  public static final String CSRF = "custard_csrf";

  private BrowserCookies() {}
}
