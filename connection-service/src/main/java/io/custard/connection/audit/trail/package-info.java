/**
 * The audit log as an organisation's administrators read it: kept from Kafka, searched, exported.
 */
@NullMarked
package io.custard.connection.audit.trail;

import org.jspecify.annotations.NullMarked;
