package io.tenantry.core.catalog;

/** Brings one feature back to order after a crash; part of every opening of an engine. */
@FunctionalInterface
public interface Recovery {

  /** Runs before any caller is let in. Must be fast and must not open tenant files. */
  void atOpen();
}
