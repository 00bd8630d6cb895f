package dev.stillwater.model;

import java.util.Locale;

/// What a component is. The sets ([#isBroker], [#isStore] …) are those that the rules speak of.
public enum ComponentKind implements Word {
  CLIENT("Client", Family.EDGE),
  ACTOR("Actor", Family.EDGE),
  SERVICE("Service", Family.COMPUTE),
  FUNCTION("Function", Family.COMPUTE),
  WORKER("Worker", Family.COMPUTE),
  LOAD_BALANCER("Load balancer", Family.ROUTER),
  API_GATEWAY("API gateway", Family.ROUTER),
  DNS_CDN("DNS or CDN", Family.ROUTER),
  QUEUE("Queue", Family.BROKER),
  TOPIC("Topic", Family.BROKER),
  STREAM("Stream", Family.BROKER),
  EVENT_BUS("Event bus", Family.BROKER),
  WORKFLOW("Workflow", Family.BROKER),
  CACHE("Cache", Family.CACHE),
  RELATIONAL_DB("Relational database", Family.STORE),
  KEY_VALUE_STORE("Key-value store", Family.STORE),
  OBJECT_STORE("Object store", Family.STORE),
  SEARCH_INDEX("Search index", Family.STORE),
  EXTERNAL("External system", Family.EXTERNAL),
  SCHEDULER("Scheduler", Family.EDGE),
  CONFIG("Configuration", Family.CONFIG),
  MONITOR("Monitor", Family.MONITOR);

  /// The set that a kind belongs to.
  public enum Family {
    EDGE,
    COMPUTE,
    ROUTER,
    BROKER,
    CACHE,
    STORE,
    EXTERNAL,
    CONFIG,
    MONITOR
  }

  private final String title;
  private final Family family;

  ComponentKind(String title, Family family) {
    this.title = title;
    this.family = family;
  }

  /// The name for people: `Load balancer`.
  public String title() {
    return title;
  }

  public Family family() {
    return family;
  }

  /// The name for people inside a sentence: `load balancer`, `API gateway`.
  public String noun() {
    return this == API_GATEWAY || this == DNS_CDN ? title : title.toLowerCase(Locale.ROOT);
  }

  /// The noun with its article: `a queue`, `an API gateway`.
  public String withArticle() {
    return ("AEIO".indexOf(title.charAt(0)) >= 0 ? "an " : "a ") + noun();
  }

  public boolean isBroker() {
    return family == Family.BROKER;
  }

  /// A broker that calls nobody: it only hands messages on. A workflow is none, it calls its steps.
  public boolean isPassiveBroker() {
    return family == Family.BROKER && this != WORKFLOW;
  }

  public boolean isStore() {
    return family == Family.STORE;
  }

  public boolean isCompute() {
    return family == Family.COMPUTE;
  }

  public boolean isRouter() {
    return family == Family.ROUTER;
  }

  /// Client, actor or scheduler: where requests begin.
  public boolean isEdge() {
    return family == Family.EDGE;
  }
}
