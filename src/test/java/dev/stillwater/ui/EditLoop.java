package dev.stillwater.ui;

import dev.stillwater.editor.Editing;
import dev.stillwater.editor.History;
import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.ViewDrawing;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.Source;
import dev.stillwater.io.StateFolder;
import dev.stillwater.model.Component;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.model.Layout;
import dev.stillwater.model.NamedView;
import dev.stillwater.model.Presets;
import dev.stillwater.testing.TestEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// A program to be killed: an editor without a screen that edits all the time and never saves.
/// `kill-edits.sh` kills it and looks at what the next start would offer.
///
/// Every edit writes its number into the design, and prints it with the time at which it was made.
/// Like the window, it begins with what an earlier one left: it restores that, which may be killed
/// too, and edits on.
final class EditLoop {
  private EditLoop() {}

  /// @param args the state folder, the design, and `look` to print what is left and do nothing else
  public static void main(String[] args) throws IOException, InterruptedException {
    Path state = Path.of(args[0]);
    Path design = Path.of(args[1]);
    Presets presets = PresetsJson.shipped();
    Safekeeping keeping = Safekeeping.onDisk(new StateFolder(state));
    List<Recovery.Offer> offers = new Recovery(keeping, presets).offers();
    int found = offers.isEmpty() ? 0 : number(offers.getFirst().mine());
    System.out.println("found " + found + " of " + offers.size());
    System.out.flush();
    if (args.length > 2) {
      return;
    }
    if (!(DesignJson.read(design, presets) instanceof ReadResult.Opened opened)) {
      throw new IllegalStateException("no design " + design);
    }
    Workspace workspace = TestEditor.on(opened.document()).workspace();
    Source source = opened.source();
    OpenFile file = OpenFile.read(design, source, false);
    Tabs<OpenFile> tabs = new Tabs<>(workspace, file);
    EditJournals journals =
        new EditJournals(
            workspace,
            tabs,
            new DiskFileOps(),
            keeping.state().journals(),
            keeping.owner(),
            keeping.later(),
            InstantSource.system(),
            System.err::println);
    Recovery recovery = new Recovery(keeping, presets);
    for (Recovery.Offer offer : offers) {
      tabs.open(History.opened(offer.mine()).onDisk(opened.document()), offer.file());
      if (!journals.flush()) {
        throw new IllegalStateException("not kept");
      }
      recovery.restored(offer);
      System.out.println("restored " + number(offer.mine()));
    }
    int number = found;
    while (true) {
      number++;
      String name = "edit " + number;
      workspace.commit(name, edited(workspace.state().document(), number));
      System.out.println("edit " + number + " " + System.currentTimeMillis());
      System.out.flush();
      Thread.sleep(number % 5 * 7L);
    }
  }

  /// With the number written everywhere: into a name, the corners of a line, the frame of a zone, a
  /// named view, and whether the zone is collapsed.
  private static Document edited(Document document, int number) {
    Document named =
        Editing.set(document, List.of("counter"), ComponentAttributes.NAME, "edit " + number);
    Document viewed = ViewDrawing.with(named, "now", NamedView.of("now", "edit" + number));
    return viewed.withLayout(
        viewed
            .layout()
            .withBends("line", List.of(new Layout.Position(number, 8)))
            .withFrame("yard", new Layout.Frame(number, 0, 400, 240))
            .withCollapsed("yard", number % 2 == 1));
  }

  /// The number of the last edit; 0 for none, and where not everything has the same one.
  private static int number(Document document) {
    int number =
        document
            .design()
            .components()
            .find("counter")
            .map(Component::name)
            .filter(text -> text.startsWith("edit "))
            .map(text -> Integer.parseInt(text.substring(5)))
            .orElse(0);
    return number > 0 && document.equals(edited(document, number)) ? number : 0;
  }
}
