package dev.stillwater.ui;

import dev.stillwater.analysis.Progress;
import dev.stillwater.drawing.PngWriter;
import dev.stillwater.drawing.SceneBuilder;
import dev.stillwater.drawing.SceneInput;
import dev.stillwater.drawing.SvgWriter;
import dev.stillwater.drawing.Theme;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.SafeFile;
import dev.stillwater.io.SaveResult;
import dev.stillwater.model.Document;
import dev.stillwater.model.Ids;
import dev.stillwater.report.Chapter;
import dev.stillwater.report.Logo;
import dev.stillwater.report.Places;
import dev.stillwater.report.Presentation;
import dev.stillwater.report.ReportFormat;
import dev.stillwater.report.ReportFormats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What stands over the window for a while: the report with its export. Exports go by the one save
/// path.
final class Exports {
  private final Workbench workbench;
  private final Engines engines;
  private final SafeFile safe;
  private final StackPane root;
  private final Consumer<String> notice;

  Exports(
      Workbench workbench,
      Engines engines,
      SafeFile safe,
      StackPane root,
      Consumer<String> notice) {
    this.workbench = workbench;
    this.engines = engines;
    this.safe = safe;
    this.root = root;
    this.notice = notice;
  }

  /// Judges the document with all effects and shows the first page of the report.
  void report() {
    Document document = workbench.workspace().state().document();
    String file = fileName();
    engines
        .background()
        .execute(() -> {
          Chapter chapter = chapter(document, file);
          engines.foreground().execute(() -> show(chapter));
        });
  }

  /// The report as a page, as it would be exported.
  byte[] html() {
    Chapter chapter = chapter(workbench.workspace().state().document(), fileName());
    return ReportFormats.find("html").orElseThrow().write(List.of(chapter), usual());
  }

  private Chapter chapter(Document document, String file) {
    return Chapter.of(
        file, document, engines.reviewer(), engines.today().get(), Progress.UNWATCHED);
  }

  private String fileName() {
    return workbench
        .files()
        .file()
        .map(path -> String.valueOf(path.getFileName()))
        .orElse(baseName() + ".design.json");
  }

  private String baseName() {
    return workbench
        .files()
        .file()
        .map(path -> String.valueOf(path.getFileName()).replaceFirst("\\.design\\.json$", ""))
        .orElse(Ids.of(workbench.workspace().state().design().name()));
  }

  private void show(Chapter chapter) {
    Document document = chapter.review().document();
    Pictures pictures = new Pictures(workbench.theme(), engines.presets());
    Node[] shown = new Node[1];
    ReportView view =
        new ReportView(
            chapter,
            usual(),
            width ->
                pictures.of(
                    document,
                    Optional.of(chapter.review()),
                    width,
                    pictures.height(document, width)),
            this::logo,
            (format, filter, presentation) ->
                export(chapter.filtered(filter), format, presentation),
            () -> {
              root.getChildren().remove(shown[0]);
              workbench.focusCanvas();
            });
    shown[0] = view.view();
    root.getChildren().removeIf(node -> "report".equals(node.getId()));
    root.getChildren().add(shown[0]);
    shown[0].requestFocus();
  }

  private static Presentation usual() {
    String version = Exports.class.getPackage().getImplementationVersion();
    return Presentation.by(version == null ? "development" : version);
  }

  /// A logo from a file; what is wrong with it is told.
  private Optional<Logo> logo() {
    Optional<Path> file = workbench.dialogs().choosePicture();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<Logo> logo = Optional.empty();
    try {
      if (Files.size(file.get()) <= Logo.MOST_BYTES) {
        logo = Logo.of(Files.readAllBytes(file.get()));
      }
    } catch (IOException e) {
      workbench.dialogs().failed("No logo", file.get().getFileName() + " cannot be read.");
      return Optional.empty();
    }
    if (logo.isEmpty()) {
      workbench
          .dialogs()
          .failed("No logo", file.get().getFileName() + " is no PNG or JPEG of at most 1 MB.");
    }
    return logo;
  }

  /// Writing pages takes a second, which the window must not wait for.
  private void export(Chapter chapter, String name, Presentation presentation) {
    ReportFormat format = ReportFormats.find(name).orElseThrow();
    workbench
        .dialogs()
        .chooseTarget("Export review", baseName() + "-review." + name, List.of("*." + name))
        .ifPresent(path ->
            engines
                .background()
                .execute(() -> {
                  byte[] content = format.write(List.of(placed(chapter)), presentation);
                  engines.foreground().execute(() -> save(path, content));
                }));
  }

  /// The chapter with the places that the elements have in the file, once the document is saved.
  private Chapter placed(Chapter chapter) {
    byte[] bytes = DesignJson.write(chapter.review().document());
    return switch (DesignJson.read(bytes, chapter.file(), engines.presets())) {
      case ReadResult.Opened opened ->
          chapter.at((section, id) ->
              opened
                  .source()
                  .locate(section, id)
                  .map(at -> new Places.Place(at.line(), at.column())));
      case ReadResult.Refused refused -> chapter;
    };
  }

  /// Saves the drawing as SVG or PNG, after the ending of the chosen name.
  void picture() {
    Document document = workbench.workspace().state().document();
    var scene = new SceneBuilder().build(SceneInput.of(document, engines.presets()));
    workbench
        .dialogs()
        .chooseTarget("Save drawing as picture", baseName() + ".svg", List.of("*.svg", "*.png"))
        .ifPresent(path -> {
          byte[] content =
              path.toString().endsWith(".png")
                  ? PngWriter.write(scene, workbench.theme(), 2, 24)
                  : SvgWriter.write(scene, SvgWriter.Options.of(document.design().name()))
                      .getBytes(StandardCharsets.UTF_8);
          save(path, content);
        });
  }

  /// Puts the drawing on the clipboard, for chats and slides.
  void copyPicture() {
    Document document = workbench.workspace().state().document();
    if (document.design().components().isEmpty()) {
      notice.accept("There is nothing drawn to copy");
      return;
    }
    var scene = new SceneBuilder().build(SceneInput.of(document, engines.presets()));
    ClipboardContent content = new ClipboardContent();
    content.putImage(
        new Image(new ByteArrayInputStream(PngWriter.write(scene, workbench.theme(), 2, 24))));
    notice.accept(
        Clipboard.getSystemClipboard().setContent(content)
            ? "Copied the drawing as a picture"
            : "The clipboard does not take pictures here; save the drawing as one");
  }

  /// Prints the drawing on one page, light whatever the window looks like.
  void print() {
    PrinterJob job = printerJob();
    if (job == null) {
      workbench
          .dialogs()
          .failed(
              "No printer",
              "This system offers no printer. Save the drawing as SVG or PNG and print that.");
      return;
    }
    if (!job.showPrintDialog(root.getScene().getWindow())) {
      job.cancelJob();
      return;
    }
    Document document = workbench.workspace().state().document();
    PageLayout page = job.getJobSettings().getPageLayout();
    Node picture =
        new Pictures(Theme.LIGHT, engines.presets())
            .of(document, Optional.empty(), page.getPrintableWidth(), page.getPrintableHeight());
    if (job.printPage(page, picture) && job.endJob()) {
      notice.accept("Sent the drawing to " + job.getPrinter().getName());
    } else {
      workbench.dialogs().failed("Not printed", "The printer refused the page.");
    }
  }

  /// Nothing where the toolkit knows no printer, or no printing at all.
  private static @Nullable PrinterJob printerJob() {
    try {
      return PrinterJob.createPrinterJob();
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
  }

  private void save(Path path, byte[] content) {
    Optional<String> there;
    try {
      there =
          Files.exists(path)
              ? Optional.of(SafeFile.hash(Files.readAllBytes(path)))
              : Optional.empty();
    } catch (IOException e) {
      there = Optional.empty();
    }
    switch (safe.save(path, content, there)) {
      case SaveResult.Saved saved -> notice.accept("Wrote " + path.getFileName());
      case SaveResult.Conflict conflict ->
          workbench.dialogs().failed("Not written", path + " changed while it was being written.");
      case SaveResult.Failed failed -> workbench.dialogs().failed("Not written", failed.sentence());
    }
  }
}
