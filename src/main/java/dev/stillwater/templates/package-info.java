/// Designs to learn from and to begin with: reference designs and counter-examples that come with
/// the program.
///
/// A template is a design file like any other, in the folder `templates` of the sources and in the
/// jar. Adding one is a file and an entry in [dev.stillwater.templates.TemplateCatalog].
///
/// Imports the model and io.
@NullMarked
package dev.stillwater.templates;

import org.jspecify.annotations.NullMarked;
