package io.tenantry.wire.deployments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DataLoss;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentDetail;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentStates;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.TenantDeployment;
import io.tenantry.contract.deployments.UndoOutlook;
import io.tenantry.contract.page.Page;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.wire.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replies of deployments. */
public final class DeploymentReplies {
  private DeploymentReplies() {}

  /**
   * The deployments.
   *
   * @param count number of deployments
   * @param jobs newest first unless asked otherwise, without errors
   * @param paging where they stand in the whole list
   */
  public record Listed(int count, List<Job> jobs, @JsonUnwrapped Paging paging) {
    /** Counts the deployments. */
    public static Listed of(Page<Deployment> page, boolean isPaged) {
      List<Job> jobs = page.items().stream().map(Job::of).toList();
      return new Listed(jobs.size(), jobs, Paging.of(page, isPaged));
    }

    /** Returns the contract's value. */
    public Page<Deployment> page() {
      return paging.page(jobs.stream().map(Job::deployment).toList());
    }
  }

  /**
   * A deployment in the list.
   *
   * @param jobId its id
   * @param blueprintId its blueprint
   * @param version the version it brings
   * @param status where it stands
   * @param totalTenants how many tenants it is for
   * @param completedTenants how many are there
   * @param failedTenants how many failed
   * @param createdAt when it was created
   * @param startedAt when it started (an extension, as what follows)
   * @param completedAt when it ended
   * @param durationMs how long it was at work, once it has ended
   * @param detail how it is carried out; its fields stand beside the others
   */
  public record Job(
      DeploymentId jobId,
      WorkspaceName blueprintId,
      Version version,
      DeploymentStatus status,
      int totalTenants,
      int completedTenants,
      int failedTenants,
      Instant createdAt,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      Optional<Double> durationMs,
      @JsonUnwrapped DeploymentDetail detail) {
    static Job of(Deployment deployment) {
      return new Job(
          deployment.jobId(),
          deployment.blueprintId(),
          deployment.version(),
          deployment.status(),
          deployment.totalTenants(),
          deployment.completedTenants(),
          deployment.failedTenants(),
          deployment.createdAt(),
          deployment.startedAt(),
          deployment.completedAt(),
          deployment.durationMs(),
          deployment.detail());
    }

    /** Returns the contract's value. */
    public Deployment deployment() {
      return new Deployment(
          jobId,
          blueprintId,
          version,
          status,
          totalTenants,
          completedTenants,
          failedTenants,
          List.of(),
          createdAt,
          startedAt,
          completedAt,
          durationMs,
          detail);
    }
  }

  /**
   * A started deployment.
   *
   * @param deployment what was started
   */
  public record Started(StartedJob deployment) {
    /** Writes a deployment. */
    public static Started of(Deployment deployment) {
      return new Started(
          new StartedJob(
              deployment.jobId(),
              deployment.blueprintId(),
              deployment.version(),
              deployment.status(),
              "/deployments/" + deployment.jobId(),
              deployment.totalTenants(),
              deployment.createdAt(),
              deployment.startedAt(),
              deployment.detail()));
    }
  }

  /**
   * What was started.
   *
   * @param jobId its id
   * @param blueprintId its blueprint
   * @param version the version it brings
   * @param status where it stands
   * @param statusUrl where to follow it
   * @param totalTenants how many tenants it is for
   * @param createdAt when it was created
   * @param startedAt when it started (an extension)
   * @param detail how it is carried out (an extension); its fields stand beside the others
   */
  public record StartedJob(
      DeploymentId jobId,
      WorkspaceName blueprintId,
      Version version,
      DeploymentStatus status,
      String statusUrl,
      int totalTenants,
      Instant createdAt,
      Optional<Instant> startedAt,
      @JsonUnwrapped DeploymentDetail detail) {
    /** Returns the contract's value. */
    public Deployment deployment() {
      return new Deployment(
          jobId,
          blueprintId,
          version,
          status,
          totalTenants,
          0,
          0,
          List.of(),
          createdAt,
          startedAt,
          Optional.empty(),
          Optional.empty(),
          detail);
    }
  }

  /**
   * A deployment and how far it is.
   *
   * @param jobId its id
   * @param blueprintId its blueprint
   * @param status where it stands
   * @param progress ended share of its tenants, 0–1
   * @param progressDisplay the same for people
   * @param totalTenants how many tenants it is for
   * @param completedTenants how many are there
   * @param failedTenants how many failed
   * @param errors one text per failed tenant; absent when none failed
   * @param version the version it brings (an extension, as what follows)
   * @param createdAt when it was created
   * @param startedAt when it started
   * @param completedAt when it ended
   * @param durationMs how long it was at work, once it has ended
   * @param detail how it is carried out; its fields stand beside the others
   */
  public record Progress(
      DeploymentId jobId,
      WorkspaceName blueprintId,
      DeploymentStatus status,
      double progress,
      String progressDisplay,
      int totalTenants,
      int completedTenants,
      int failedTenants,
      Optional<List<String>> errors,
      Version version,
      Instant createdAt,
      Optional<Instant> startedAt,
      Optional<Instant> completedAt,
      Optional<Double> durationMs,
      @JsonUnwrapped DeploymentDetail detail) {
    /** Writes a deployment. */
    public static Progress of(Deployment deployment) {
      return new Progress(
          deployment.jobId(),
          deployment.blueprintId(),
          deployment.status(),
          deployment.progress(),
          deployment.progressDisplay(),
          deployment.totalTenants(),
          deployment.completedTenants(),
          deployment.failedTenants(),
          deployment.errors().isEmpty() ? Optional.empty() : Optional.of(deployment.errors()),
          deployment.version(),
          deployment.createdAt(),
          deployment.startedAt(),
          deployment.completedAt(),
          deployment.durationMs(),
          deployment.detail());
    }

    /** Returns the contract's value. */
    public Deployment deployment() {
      return new Deployment(
          jobId,
          blueprintId,
          version,
          status,
          totalTenants,
          completedTenants,
          failedTenants,
          errors.orElse(List.of()),
          createdAt,
          startedAt,
          completedAt,
          durationMs,
          detail);
    }
  }

  /**
   * The tenants of a deployment.
   *
   * @param jobId the deployment
   * @param count number of tenants in this reply
   * @param tenants in catalog order
   * @param paging where they stand in the whole list
   */
  public record Tenants(
      DeploymentId jobId, int count, List<DeploymentTenant> tenants, @JsonUnwrapped Paging paging) {
    /** Counts the tenants. */
    public static Tenants of(DeploymentId id, Page<DeploymentTenant> page, boolean isPaged) {
      return new Tenants(id, page.items().size(), page.items(), Paging.of(page, isPaged));
    }

    /** Returns the contract's value. */
    public Page<DeploymentTenant> page() {
      return paging.page(tenants);
    }
  }

  /**
   * How far each tenant of a deployment is.
   *
   * @param jobId the deployment
   * @param count number of tenants
   * @param states a letter a tenant in catalog order: {@code p} pending, {@code d} done, {@code s}
   *     skipped, {@code f} failed, {@code n} not reached
   */
  public record States(DeploymentId jobId, int count, String states) {
    /** Counts the tenants. */
    public static States of(DeploymentStates found) {
      return new States(found.jobId(), found.size(), found.letters());
    }

    /** Returns the contract's value. */
    public DeploymentStates letters() {
      return new DeploymentStates(jobId, states);
    }
  }

  /**
   * What happened to a deployment.
   *
   * @param jobId the deployment
   * @param count number of events
   * @param events oldest first
   */
  public record Log(DeploymentId jobId, int count, List<DeploymentEvent> events) {
    /** Counts the events. */
    public static Log of(DeploymentId id, List<DeploymentEvent> events) {
      return new Log(id, events.size(), events);
    }
  }

  /**
   * What an undo would do.
   *
   * @param jobId the deployment
   * @param tenants how many tenants would go back
   * @param ways by the version they lead to, oldest first
   * @param gone what the deployment took from its tenants and a plan does not bring back
   * @param refills what a plan makes anew without what it held
   * @param copies how many of the tenants have a copy from right before
   */
  public record Outlook(
      DeploymentId jobId,
      int tenants,
      List<UndoOutlook.Way> ways,
      List<DataLoss> gone,
      List<UndoOutlook.Refill> refills,
      int copies) {
    /** Counts the tenants. */
    public static Outlook of(UndoOutlook found) {
      return new Outlook(
          found.jobId(),
          found.tenants(),
          found.ways(),
          found.gone(),
          found.refills(),
          found.copies());
    }

    /** Returns the contract's value. */
    public UndoOutlook outlook() {
      return new UndoOutlook(jobId, ways, gone, refills, copies);
    }
  }

  /**
   * The deployments of a tenant.
   *
   * @param tenantId the tenant
   * @param count number of deployments in this reply
   * @param deployments newest first
   * @param paging where they stand in the whole list
   */
  public record OfTenant(
      TenantId tenantId,
      int count,
      List<TenantDeployment> deployments,
      @JsonUnwrapped Paging paging) {
    /** Counts the deployments. */
    public static OfTenant of(TenantId tenant, Page<TenantDeployment> page, boolean isPaged) {
      return new OfTenant(tenant, page.items().size(), page.items(), Paging.of(page, isPaged));
    }

    /** Returns the contract's value. */
    public Page<TenantDeployment> page() {
      return paging.page(deployments);
    }
  }
}
