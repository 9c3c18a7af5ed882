package io.custard.auth.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.Key;
import java.util.List;
import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens with the keys this service publishes, as they are at the moment: it never asks
 * itself over HTTP, and a rotation needs no restart. Everything but the choice of the key is the
 * verifier's usual work.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class OwnKeys extends JWTCallerPrincipalFactory {
  private final Parser parser;

  OwnKeys(SigningKeys keys) {
    this.parser = new Parser(keys);
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JwtContext parsed = parser.parse(token, rules);
    String type = parsed.getJoseObjects().get(0).getHeader("typ");
    return new DefaultJWTCallerPrincipal(type, parsed.getJwtClaims());
  }

  private static final class Parser extends DefaultJWTTokenParser {
    private final VerificationKeyResolver resolver;

    Parser(SigningKeys keys) {
      this.resolver = new Resolver(keys);
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
      return resolver;
    }
  }

  private record Resolver(SigningKeys keys) implements VerificationKeyResolver {
    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
        throws UnresolvableKeyException {
      Optional<Key> found =
          Optional.ofNullable(signature.getKeyIdHeaderValue()).flatMap(keys::verifying);
      if (found.isEmpty()) {
        throw new UnresolvableKeyException("the token names no key of ours");
      }
      return found.get();
    }
  }
}
