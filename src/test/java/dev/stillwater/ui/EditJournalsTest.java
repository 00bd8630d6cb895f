package dev.stillwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillwater.editor.Editing;
import dev.stillwater.editor.History;
import dev.stillwater.editor.Tabs;
import dev.stillwater.editor.Workspace;
import dev.stillwater.io.DesignJson;
import dev.stillwater.io.DiskFileOps;
import dev.stillwater.io.Journal;
import dev.stillwater.io.Journals;
import dev.stillwater.io.PresetsJson;
import dev.stillwater.io.ReadResult;
import dev.stillwater.io.StateFolder;
import dev.stillwater.model.ComponentAttributes;
import dev.stillwater.model.Document;
import dev.stillwater.testing.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals and what the next start makes of them, without a screen and without waiting.
class EditJournalsTest {
  private static final Journal.Owner EARLIER = new Journal.Owner(7, 1);
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  @TempDir Path folder;

  private final List<Runnable> due = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Workspace workspace = Checkout.workspace();
  private final Tabs<OpenFile> tabs = new Tabs<>(workspace, OpenFile.NONE);
  private Duration delay = Duration.ZERO;

  private Safekeeping keeping() {
    return new Safekeeping(
        new DiskFileOps(),
        new StateFolder(folder.resolve("state")),
        EARLIER,
        owner -> false,
        this::later,
        InstantSource.fixed(NOW));
  }

  private void later(Duration after, Runnable task) {
    delay = after;
    due.add(task);
  }

  private EditJournals journals(Path where) {
    return new EditJournals(
        workspace,
        tabs,
        new DiskFileOps(),
        where,
        EARLIER,
        this::later,
        InstantSource.fixed(NOW),
        told::add);
  }

  private EditJournals journals() {
    return journals(keeping().state().journals());
  }

  private void run() {
    List<Runnable> now = List.copyOf(due);
    due.clear();
    now.forEach(Runnable::run);
  }

  private void edit(int replicas) {
    workspace.commit("Set replicas", edited(workspace.state().document(), replicas));
  }

  private static Document edited(Document document, int replicas) {
    return Editing.set(document, List.of("order"), ComponentAttributes.REPLICAS, replicas);
  }

  private List<Journals.Left> left() throws IOException {
    return new Journals(new DiskFileOps(), keeping().state().journals()).left(owner -> false);
  }

  private List<Recovery.Offer> offers() throws IOException {
    return new Recovery(keeping(), PresetsJson.shipped()).offers();
  }

  @Test
  void editsAreWrittenTogetherWithinASecond() throws IOException {
    journals();
    edit(7);
    edit(8);
    assertThat(due).hasSize(1);
    assertThat(delay).isLessThan(Duration.ofSeconds(1));
    run();
    assertThat(left()).hasSize(1);
    assertThat(offers().getFirst().mine().design()).isEqualTo(workspace.state().design());
  }

  @Test
  void whatIsUndoneSavedOrClosedHasNoJournal() throws IOException {
    journals();
    edit(7);
    run();
    workspace.undo();
    run();
    assertThat(left()).isEmpty();
    workspace.redo();
    run();
    assertThat(left()).hasSize(1);
    workspace.markSaved();
    run();
    assertThat(left()).isEmpty();
    edit(9);
    run();
    tabs.close(tabs.front().number(), Checkout.document(), OpenFile.NONE);
    run();
    assertThat(left()).isEmpty();
  }

  @Test
  void eachTabHasItsOwn() throws IOException {
    EditJournals journals = journals();
    edit(7);
    int first = tabs.front().number();
    tabs.open(History.opened(edited(Checkout.document(), 3)), OpenFile.NONE);
    edit(4);
    run();
    assertThat(left()).hasSize(2);
    tabs.show(first);
    workspace.undo();
    run();
    assertThat(left()).hasSize(1);
    journals.end();
    assertThat(left()).isEmpty();
  }

  @Test
  void aDiskThatFailsIsSaidOnceAndTriedAgain() throws IOException {
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file where the folder should be");
    journals(blocked);
    edit(7);
    run();
    edit(8);
    run();
    assertThat(told).hasSize(1).first().asString().contains(blocked.toString());
    Files.delete(blocked);
    run();
    assertThat(new Journals(new DiskFileOps(), blocked).left(owner -> false)).hasSize(1);
  }

  private OpenFile onDisk(Document document) throws IOException {
    Path path = folder.resolve("shop.design.json");
    Files.write(path, DesignJson.write(document));
    return DesignJson.read(path, PresetsJson.shipped()) instanceof ReadResult.Opened opened
        ? OpenFile.read(path, opened.source(), false)
        : OpenFile.NONE;
  }

  @Test
  void theNextStartOffersTheCopyWithWhatDiffersFromTheDisk() throws IOException {
    journals();
    OpenFile file = onDisk(Checkout.document());
    tabs.replace(History.opened(Checkout.document()), file);
    edit(17);
    run();
    Recovery.Offer offer = offers().getFirst();
    assertThat(offer.name()).isEqualTo("shop.design.json");
    assertThat(offer.isOvertaken()).isFalse();
    assertThat(offer.file().hash()).isEqualTo(file.hash());
    assertThat(offer.differences()).hasSize(1);
    assertThat(offer.differences().getFirst().text()).startsWith("~ component ").contains("17");
    assertThat(offers()).as("looking changes nothing").hasSize(1);
  }

  @Test
  void whatIsOnDiskAnywayIsNotOffered() throws IOException {
    journals();
    tabs.replace(History.opened(Checkout.document()), onDisk(Checkout.document()));
    edit(17);
    run();
    Files.write(folder.resolve("shop.design.json"), DesignJson.write(workspace.state().document()));
    assertThat(offers()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void aFileThatSomebodyElseWroteIsMergedFromWhereTheEditsBegan() throws IOException {
    journals();
    OpenFile file = onDisk(Checkout.document());
    keeping().history().keep(file.path().orElseThrow(), file.source().orElseThrow().bytes(), NOW);
    tabs.replace(History.opened(Checkout.document()), file);
    edit(17);
    run();
    onDisk(edited(Checkout.document(), 33));
    Recovery.Offer offer = offers().getFirst();
    assertThat(offer.isOvertaken()).isTrue();
    assertThat(offer.file().hash()).isEqualTo(file.hash());
    assertThat(offer.file().base()).contains(Checkout.document());
  }

  @Test
  void whatIsNotWantedIsAVersionAllTheSame() throws IOException {
    journals();
    tabs.replace(History.opened(Checkout.document()), onDisk(Checkout.document()));
    edit(17);
    run();
    Recovery recovery = new Recovery(keeping(), PresetsJson.shipped());
    recovery.refused(recovery.offers().getFirst());
    assertThat(offers()).isEmpty();
    var history = keeping().history();
    var versions = history.versions(folder.resolve("shop.design.json"));
    assertThat(versions).hasSize(1);
    assertThat(history.content(versions.getFirst()).map(String::new).orElse("")).contains("17");
  }

  @Test
  void aRestoredCopyIsDirtyAndInAJournalBeforeTheOldOneGoes() throws IOException {
    journals();
    tabs.replace(History.opened(Checkout.document()), onDisk(Checkout.document()));
    edit(17);
    run();
    Recovery recovery = new Recovery(keeping(), PresetsJson.shipped());
    Recovery.Offer offer = recovery.offers().getFirst();
    Workspace next = Checkout.workspace();
    Tabs<OpenFile> nextTabs = new Tabs<>(next, OpenFile.NONE);
    EditJournals nextJournals =
        new EditJournals(
            next,
            nextTabs,
            new DiskFileOps(),
            keeping().state().journals(),
            new Journal.Owner(8, 2),
            this::later,
            InstantSource.fixed(NOW.plusSeconds(9)),
            told::add);
    nextTabs.open(
        History.opened(offer.mine()).onDisk(offer.file().base().orElseThrow()), offer.file());
    assertThat(nextTabs.front().isDirty()).isTrue();
    assertThat(nextJournals.flush()).isTrue();
    assertThat(offers()).as("killed here, one is offered").hasSize(1);
    recovery.restored(offer);
    assertThat(offers()).hasSize(1);
    assertThat(offers().getFirst().mine()).isEqualTo(offer.mine());
    assertThat(Optional.of(offers().getFirst().left().head().owner()))
        .contains(new Journal.Owner(8, 2));
  }
}
