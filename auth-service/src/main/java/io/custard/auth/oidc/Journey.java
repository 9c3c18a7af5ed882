package io.custard.auth.oidc;

import io.custard.auth.provider.OutsidePerson;
import io.custard.auth.provider.Provider;
import io.custard.auth.session.Client;

/** Somebody who came back from a provider, and from where. */
record Journey(Provider provider, OutsidePerson person, Client client) {}
