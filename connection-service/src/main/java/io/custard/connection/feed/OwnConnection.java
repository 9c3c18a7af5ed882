package io.custard.connection.feed;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method with an {@code id} of a connection in its path: it is called only when the
 * caller's organisation has that connection. For methods that answer with a stream, whose status is
 * sent before anything can be looked up.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OwnConnection {}
