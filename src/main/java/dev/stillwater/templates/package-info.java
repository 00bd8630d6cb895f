/// Designs to learn from and to begin with: reference designs and counter-examples that come with
/// the program.
///
/// A template is a design file like any other, `NAME.design.json`, with a sidecar
/// `NAME.template.json` that says what it shows, what it asks for, which findings it has, and where
/// the same system without its pattern is. Adding one is these files and its name in
/// `catalogue.json`, which keeps the order; no code. Designs of the program lie in the folders
/// `templates` and `diagrams` of the sources and in the jar, those of somebody's own in the
/// configuration folder.
///
/// The findings that a sidecar declares are compared with the review in the tests. So the catalogue
/// can say which designs show a rule without judging fifty of them first, and knows no rules.
///
/// Imports the model and io.
@NullMarked
package dev.stillwater.templates;

import org.jspecify.annotations.NullMarked;
