/// How fast Stillwater is, measured with JMH on designs with the shape of large real ones
/// ([dev.stillwater.testing.LargeDesigns]).
///
/// `mvn -Pbench test-compile exec:exec -Dbench=ReviewBenchmark` runs one class, without `-Dbench`
/// all. Each class says what it is measured against. Quiet machine, or the figures say nothing.
@NullMarked
package dev.stillwater.bench;

import org.jspecify.annotations.NullMarked;
