/// Files: designs read and written, and the one save path that never loses one.
///
/// [dev.stillwater.io.DesignJson] is the door for documents. Reading never throws for what a file
/// holds: it gives a document, or every problem at once, each with file, line, column, place and a
/// way out. Writing is canonical, one element a line, made for git; what was not edited comes back
/// byte for byte, and fields that this version does not know survive. What there is to know of an
/// element comes from the attribute tables of the model: a new attribute needs no line here.
///
/// [dev.stillwater.io.TreeFile] reads YAML and JSON whose meaning others know, such as rules of
/// teams: it gives lists and fields with their places.
///
/// Everything that reaches the disk goes through [dev.stillwater.io.SafeFile], on the operations of
/// [dev.stillwater.io.FileOps], whose faulty twin in the tests is killed between any two calls.
///
/// Imports the model and the parsers (Jackson, YAML, the JDK's XML), with limits set on all of
/// them. Knows neither rules nor views: a file format must not change because one of them did.
@NullMarked
package dev.stillwater.io;

import org.jspecify.annotations.NullMarked;
