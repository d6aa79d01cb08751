package io.tenantry.app.controls.forms;

import io.tenantry.app.controls.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Builds a form from labelled fields bound to a view model. Each field has room for help and for
 * the error that belongs to it; an engine's error that names a field goes there. UI thread.
 */
public final class FormBuilder {
  private final VBox box = new VBox();
  private final Map<String, FormField> fields = new LinkedHashMap<>();

  public FormBuilder() {
    box.getStyleClass().add("form");
  }

  /** Adds a line of text. */
  public FormField text(String name, String label, Property<String> value) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    return field(name, label, field);
  }

  /** Adds a line of text in the monospaced face: ids, URLs, keys. */
  public FormField mono(String name, String label, Property<String> value) {
    FormField field = text(name, label, value);
    field.control().getStyleClass().add("mono-field");
    return field;
  }

  /** Adds a field whose text is hidden. */
  public FormField secret(String name, String label, Property<String> value) {
    PasswordField field = new PasswordField();
    field.textProperty().bindBidirectional(value);
    return field(name, label, field);
  }

  /** Adds several lines of text. */
  public FormField area(String name, String label, Property<String> value, int rows) {
    TextArea area = new TextArea();
    area.setPrefRowCount(rows);
    area.textProperty().bindBidirectional(value);
    return field(name, label, area);
  }

  /** Adds a field that takes only digits. */
  public FormField digits(String name, String label, Property<String> value) {
    FormField field = text(name, label, value);
    if (field.control() instanceof TextField digits) {
      digits.setTextFormatter(onlyDigits());
      digits.getStyleClass().add("number-field");
    }
    return field;
  }

  /** Returns what lets a text field take only digits. */
  public static TextFormatter<?> onlyDigits() {
    UnaryOperator<TextFormatter.@Nullable Change> filter =
        change -> change != null && change.getControlNewText().matches("\\d{0,9}") ? change : null;
    return new TextFormatter<>(filter);
  }

  /** Adds a choice of one from a list. */
  public <T> FormField choice(
      String name, String label, List<T> options, Function<T, String> words, Property<T> value) {
    ComboBox<T> combo = new ComboBox<>(FXCollections.observableArrayList(options));
    combo.setConverter(new ChoiceWords<>(words));
    combo.valueProperty().bindBidirectional(value);
    combo.setMaxWidth(Double.MAX_VALUE);
    return field(name, label, combo);
  }

  /** Adds a switch with its sentence beside it. */
  public FormField check(String name, String sentence, BooleanProperty value) {
    CheckBox check = new CheckBox(sentence);
    check.selectedProperty().bindBidirectional(value);
    FormField field = field(name, "", check);
    field.getStyleClass().add("check-field");
    return field;
  }

  /** Adds a field with a control of the caller's. */
  public FormField field(String name, String label, Control control) {
    return add(name, new FormField(label, control, control));
  }

  /** Adds a field whose control is part of a larger node (a text field with a button). */
  public FormField field(String name, String label, Control control, Node shown) {
    return add(name, new FormField(label, control, shown));
  }

  /** Puts the fields added last beside each other. */
  public FormBuilder beside(int count) {
    int end = box.getChildren().size();
    List<Node> last = List.copyOf(box.getChildren().subList(end - count, end));
    box.getChildren().removeAll(last);
    HBox row = new HBox(last.toArray(Node[]::new));
    row.getStyleClass().add("form-row");
    last.forEach(node -> HBox.setHgrow(node, javafx.scene.layout.Priority.ALWAYS));
    box.getChildren().add(row);
    return this;
  }

  /** Adds a heading over the fields that follow. */
  public FormBuilder group(String heading) {
    Label label = Labels.heading(heading);
    label.getStyleClass().add("form-group");
    box.getChildren().add(label);
    return this;
  }

  /** Adds any other node; while it is not managed, it takes no room. */
  public FormBuilder node(Node node) {
    VBox part = new VBox(node);
    part.getStyleClass().add("form-part");
    part.managedProperty().bind(node.managedProperty());
    box.getChildren().add(part);
    return this;
  }

  /** Shows an error at a field and clears the others; returns false when there is no such field. */
  public boolean error(String name, String message) {
    clearErrors();
    FormField field = fields.get(name);
    if (field == null) {
      return false;
    }
    field.error(message);
    field.control().requestFocus();
    return true;
  }

  /** Clears all errors. */
  public void clearErrors() {
    fields.values().forEach(field -> field.error(""));
  }

  /** Returns a field by its name. */
  public Optional<FormField> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Returns the form. */
  public VBox build() {
    return box;
  }

  private FormField add(String name, FormField field) {
    fields.put(name, field);
    box.getChildren().add(field);
    return field;
  }
}
