/**
 * The fuzzing, {@code mvn verify -Pfuzz}: {@code FuzzIT} runs Jazzer once for each listener, in a
 * process of its own, and {@code ListenerFuzz} is what Jazzer calls with each byte string that it
 * makes up.
 */
package chat.parley.fuzz;
