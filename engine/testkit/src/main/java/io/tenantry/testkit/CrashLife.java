package io.tenantry.testkit;

/** What a client does with an engine that may die at any moment, and what must be true then. */
interface CrashLife {
  /** Does one round; one that the engine's death cuts off fails somewhere. */
  void live(TestProject project);

  /** Compares what the client was told with what is there, after the engine was opened again. */
  void prove(TestProject project);
}
