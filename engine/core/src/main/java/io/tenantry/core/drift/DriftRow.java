package io.tenantry.core.drift;

import io.tenantry.contract.drift.TenantDrift.State;
import io.tenantry.contract.tenants.TenantId;
import java.time.Instant;

/** A drift as the catalog keeps it. */
record DriftRow(
    long tenantId,
    TenantId tenant,
    State state,
    int expectedMinor,
    int foundMinor,
    String foundFingerprint,
    Instant checkedAt) {}
