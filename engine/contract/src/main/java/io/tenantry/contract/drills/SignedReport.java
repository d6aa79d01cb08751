package io.tenantry.contract.drills;

import io.tenantry.contract.Check;

/**
 * The report of a drill, with a signature by which everybody can tell that it was not changed.
 *
 * <p>The signature is Ed25519 over the text's bytes in UTF-8, exactly as they are: {@code openssl
 * pkeyutl -verify -pubin -inkey key.pem -rawin -in report.json -sigfile report.sig}.
 *
 * @param text JSON: what the drill found, database by database
 * @param signature of the text, Base64
 * @param publicKey what it is checked with, PEM; the private part never leaves the engine
 */
public record SignedReport(String text, String signature, String publicKey) {
  private static final int LONGEST = 100_000_000;
  private static final int LONGEST_KEY = 1000;

  /**
   * Checks that nothing is missing.
   *
   * @throws io.tenantry.contract.error.EngineException BAD_REQUEST naming the field
   */
  public SignedReport {
    Check.text("text", text, LONGEST);
    Check.text("signature", signature, LONGEST_KEY);
    Check.text("public_key", publicKey, LONGEST_KEY);
  }
}
