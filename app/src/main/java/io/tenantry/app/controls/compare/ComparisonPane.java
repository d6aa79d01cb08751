package io.tenantry.app.controls.compare;

import io.tenantry.app.controls.Labels;
import io.tenantry.app.controls.LayoutMemory;
import io.tenantry.app.controls.Panels;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.icons.Icons;
import io.tenantry.app.text.Text;
import io.tenantry.sql.SqlNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Two schemas: at the left what is added, altered and dropped, at the right the statement of the
 * object that is looked at, before and after. Keys n and p go to the next and the one before. UI
 * thread.
 */
public final class ComparisonPane extends StackPane {
  private static final double NARROW = 560;
  private static final double SHARE = 0.28;
  private static final double SHARE_ABOVE = 0.35;
  private final TreeView<ObjectChange> tree = new TreeView<>(new TreeItem<>());
  private final SideBySide ddl = new SideBySide();
  private final Label counts = Labels.caption("");
  private final Label same = Labels.muted(Text.of("compare.same"));
  private final BooleanProperty showAll = new SimpleBooleanProperty();
  private final SplitPane split;
  private final LayoutMemory memory;
  private final String name;
  private SchemaComparison comparison = new SchemaComparison(List.of());
  private String before = "";
  private String after = "";

  /** Creates it; its divider is kept under {@code name}. */
  public ComparisonPane(LayoutMemory memory, String name) {
    this.memory = memory;
    this.name = name;
    getStyleClass().add("comparison");
    tree.setShowRoot(false);
    tree.getStyleClass().add("plain");
    tree.setAccessibleText(Text.of("compare.objects"));
    tree.setCellFactory(_ -> new ObjectCell());
    tree.getSelectionModel().selectedItemProperty().subscribe(this::look);
    VBox.setVgrow(tree, Priority.ALWAYS);
    CheckBox all = new CheckBox(Text.of("compare.all"));
    all.setMinWidth(USE_PREF_SIZE);
    counts.setMinWidth(USE_PREF_SIZE);
    all.selectedProperty().bindBidirectional(showAll);
    showAll.subscribe((_, _) -> fill());
    FlowPane head = new FlowPane(counts, all); // two lines where there is no room for one
    head.getStyleClass().add("comparison-head");
    same.managedProperty().bind(same.visibleProperty());
    same.getStyleClass().add("comparison-same");
    tree.managedProperty().bind(tree.visibleProperty());
    tree.visibleProperty().bind(same.visibleProperty().not());
    VBox left = new VBox(head, same, tree);
    left.getStyleClass().add("comparison-objects");
    split = Panels.split(memory, name, Orientation.HORIZONTAL, SHARE, left, ddl);
    SplitPane.setResizableWithParent(left, false);
    getChildren().add(split);
    widthProperty().subscribe(width -> turn(width.doubleValue() < NARROW));
    setOnKeyPressed(
        event -> {
          switch (event.getCode()) {
            case N -> move(1);
            case P -> move(-1);
            default -> {
              return;
            }
          }
          event.consume();
        });
  }

  /** Shows a comparison under the names of its two sides. */
  public void show(SchemaComparison found, String titleBefore, String titleAfter) {
    comparison = found;
    before = titleBefore;
    after = titleAfter;
    fill();
  }

  /** Looks at the object with this name, if it is there. */
  public void look(String name) {
    for (TreeItem<ObjectChange> item : items()) {
      if (SqlNames.same(item.getValue().name(), name)) {
        select(item);
        return;
      }
    }
  }

  /** Goes on to the next object, or back with -1. */
  public void move(int step) {
    List<TreeItem<ObjectChange>> items = items();
    int at = items.indexOf(tree.getSelectionModel().getSelectedItem());
    int next = at + step;
    if (next >= 0 && next < items.size()) {
      select(items.get(next));
    }
  }

  private void select(TreeItem<ObjectChange> item) {
    tree.getSelectionModel().select(item);
    tree.scrollTo(tree.getRow(item));
  }

  private List<TreeItem<ObjectChange>> items() {
    List<TreeItem<ObjectChange>> all = new ArrayList<>();
    for (TreeItem<ObjectChange> top : tree.getRoot().getChildren()) {
      all.add(top);
      all.addAll(top.getChildren());
    }
    return all;
  }

  /** The objects stand above their statements where there is no room beside them. */
  private void turn(boolean narrow) {
    Orientation wanted = narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    if (getWidth() > 0 && split.getOrientation() != wanted) {
      split.setOrientation(wanted);
      split.setDividerPositions(narrow ? SHARE_ABOVE : memory.read("split." + name).orElse(SHARE));
    }
  }

  private void fill() {
    String looked =
        Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
            .map(item -> item.getValue().name())
            .orElse("");
    long added = comparison.count(ObjectChange.Fate.ADDED);
    long altered = comparison.count(ObjectChange.Fate.ALTERED);
    long dropped = comparison.count(ObjectChange.Fate.DROPPED);
    counts.setText(Text.of("compare.counts", added, altered, dropped));
    counts.setTooltip(new Tooltip(Text.of("compare.spoken", added, altered, dropped)));
    counts.setAccessibleText(Text.of("compare.spoken", added, altered, dropped));
    TreeItem<ObjectChange> root = new TreeItem<>();
    for (ObjectChange change : shown()) {
      parent(root, change).getChildren().add(item(change));
    }
    tree.setRoot(root);
    same.setVisible(root.getChildren().isEmpty());
    look(looked);
    if (tree.getSelectionModel().isEmpty()) {
      items().stream().findFirst().ifPresentOrElse(this::select, this::clear);
    }
  }

  private List<ObjectChange> shown() {
    List<ObjectChange> wanted =
        new ArrayList<>(showAll.get() ? comparison.changes() : comparison.different());
    wanted.sort(Comparator.comparing(ObjectChange::kind));
    return wanted;
  }

  private static TreeItem<ObjectChange> item(ObjectChange change) {
    TreeItem<ObjectChange> item = new TreeItem<>(change);
    item.setExpanded(true);
    return item;
  }

  /** Indexes and triggers hang below their table when it is shown. */
  private static TreeItem<ObjectChange> parent(TreeItem<ObjectChange> root, ObjectChange change) {
    return root.getChildren().stream()
        .filter(
            top ->
                !change.owner().isEmpty()
                    && top.getValue().kind() == ComparedObject.Kind.TABLE
                    && SqlNames.same(top.getValue().name(), change.owner()))
        .findFirst()
        .orElse(root);
  }

  private void look(@Nullable TreeItem<ObjectChange> item) {
    if (item != null && item.getValue() != null) {
      ObjectChange change = item.getValue();
      ddl.show(before, change.before(), after, change.after());
    }
  }

  private void clear() {
    ddl.show(before, "", after, "");
  }

  /**
   * An object with its sign; as wide as the tree, so that its word is never behind a scroll bar.
   */
  private final class ObjectCell extends TreeCell<ObjectChange> {
    private static final double INDENT = 18;
    private static final double AROUND = 56;
    private static final double WORDS = 280;
    private final ChangeSign sign = new ChangeSign();
    private final StackPane icon = new StackPane();
    private final Label name = Labels.body("");
    private final Label kind = Labels.caption("");
    private final HBox line = Panels.row(sign, icon, name, Panels.spacer(), kind);

    ObjectCell() {
      getStyleClass().add("object-cell");
      name.setMinWidth(0);
      kind.setMinWidth(USE_PREF_SIZE);
      kind.managedProperty().bind(kind.visibleProperty());
      kind.visibleProperty().bind(tree.widthProperty().greaterThan(WORDS));
      line.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ObjectChange item, boolean empty) {
      super.updateItem(item, empty);
      line.prefWidthProperty().unbind();
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      sign.show(item.fate());
      icon.getChildren().setAll(Icons.of(iconOf(item.kind()), "icon-muted"));
      name.setText(item.name());
      kind.setText(wordOf(item.fate()));
      int level = Math.max(1, tree.getTreeItemLevel(getTreeItem()));
      double around = AROUND + (level - 1) * INDENT;
      line.prefWidthProperty().bind(tree.widthProperty().subtract(around));
      line.maxWidthProperty().bind(tree.widthProperty().subtract(around));
      setAccessibleText(item.name() + ", " + wordOf(item.fate()));
      setGraphic(line);
    }

    private static String wordOf(ObjectChange.Fate fate) {
      return switch (fate) {
        case ADDED -> Text.of("compare.added");
        case ALTERED -> Text.of("compare.altered");
        case DROPPED -> Text.of("compare.dropped");
        case SAME -> "";
      };
    }

    private static Icon iconOf(ComparedObject.Kind kind) {
      return switch (kind) {
        case TABLE -> Icon.TABLE;
        case VIEW -> Icon.VIEW;
        case INDEX -> Icon.INDEX;
        case TRIGGER -> Icon.TRIGGER;
        case OTHER -> Icon.OTHER_OBJECT;
      };
    }
  }
}
