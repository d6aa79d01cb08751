package io.tenantry.app.screens.workspaces;

import io.tenantry.app.text.Text;
import java.util.List;

/** What a new workspace starts from. */
enum Start {
  EMPTY,
  TEMPLATE,
  SQL,
  JSON;

  /** Returns the shipped templates; a test holds them against the engine. */
  static List<StartTemplate> templates() {
    return List.of(
        new StartTemplate(
            "fintech",
            Text.of("workspaces.template.fintech"),
            Text.of("workspaces.template.fintech.text"),
            List.of("users", "accounts", "transactions"),
            2),
        new StartTemplate(
            "saas",
            Text.of("workspaces.template.saas"),
            Text.of("workspaces.template.saas.text"),
            List.of(
                "organizations", "users", "memberships", "subscriptions", "invoices", "audit_log"),
            6),
        new StartTemplate(
            "ecommerce",
            Text.of("workspaces.template.ecommerce"),
            Text.of("workspaces.template.ecommerce.text"),
            List.of("customers", "categories", "products", "orders", "order_items", "payments"),
            6),
        new StartTemplate(
            "blog",
            Text.of("workspaces.template.blog"),
            Text.of("workspaces.template.blog.text"),
            List.of("authors", "posts", "tags", "post_tags", "comments"),
            5));
  }
}
