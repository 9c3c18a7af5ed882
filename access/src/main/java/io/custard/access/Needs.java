package io.custard.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method: what a caller must be permitted to do. Of several, one is enough to get in,
 * and the method asks {@link Caller#require} for the one that the request turns out to need. A
 * method with neither this nor {@link Open} answers nobody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  Permission[] value();
}
