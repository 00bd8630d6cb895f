package dev.stillwater.io;

/// The element that is being read. Its id may stand behind the fields that problems are found in,
/// so problems hold the scope and ask for the id at the end.
final class Scope {
  final String head;
  String element = "";

  Scope(String head) {
    this.head = head;
  }

  Place place(String tail) {
    return new Place(head, element, tail);
  }
}
