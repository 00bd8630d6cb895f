package dev.stillwater.review;

import dev.stillwater.model.Design;
import java.util.List;

/// What a recommendation would change, measured by applying it and judging again.
///
/// @param edited the design with the recommendation applied
/// @param journeysLostBefore journeys down under the probes of the finding
/// @param journeysLostAfter the same probes on the edited design
/// @param worstLatencyBefore the largest worst-case latency of all journeys, in milliseconds;
///   infinite without a timeout
/// @param amplificationBefore the largest product of attempts along any synchronous path
/// @param findingsGone keys of findings that the edit removes
/// @param findingsNew keys of findings that it brings
public record FixEffect(
    Design edited,
    List<String> journeysLostBefore,
    List<String> journeysLostAfter,
    double worstLatencyBefore,
    double worstLatencyAfter,
    double amplificationBefore,
    double amplificationAfter,
    List<String> findingsGone,
    List<String> findingsNew) {}
