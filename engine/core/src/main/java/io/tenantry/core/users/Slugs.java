package io.tenantry.core.users;

import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.users.Subject;
import io.tenantry.core.access.Secrets;
import java.nio.charset.StandardCharsets;

/**
 * The address of a user's database: {@code u-} and 26 base32 digits (130 bits) of an HMAC-SHA-256
 * over the exact bytes of the subject, keyed per project. So the same user always gets the same
 * address, and the address tells nothing about the user. Any thread.
 */
final class Slugs {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int DIGITS = 26;

  private final Secrets secrets;

  Slugs(Secrets secrets) {
    this.secrets = secrets;
  }

  TenantId of(ProjectId project, Subject subject) {
    byte[] mac =
        secrets.mac("users:" + project.value(), subject.value().getBytes(StandardCharsets.UTF_8));
    StringBuilder slug = new StringBuilder("u-");
    for (int digit = 0; digit < DIGITS; digit++) {
      slug.append(ALPHABET.charAt(fiveBits(mac, digit * 5)));
    }
    return new TenantId(slug.toString());
  }

  private static int fiveBits(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + 5; bit++) {
      value = value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
    }
    return value;
  }
}
