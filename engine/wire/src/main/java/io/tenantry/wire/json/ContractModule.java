package io.tenantry.wire.json;

import io.tenantry.contract.Coded;
import io.tenantry.contract.Secret;
import io.tenantry.contract.apikeys.Role;
import io.tenantry.contract.apikeys.ScopeType;
import io.tenantry.contract.backups.BackupCoverage;
import io.tenantry.contract.backups.BackupRun;
import io.tenantry.contract.backups.BackupRunId;
import io.tenantry.contract.backups.BackupRunTenant;
import io.tenantry.contract.backups.BackupStatus;
import io.tenantry.contract.backups.BackupType;
import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.blueprints.PlanStep;
import io.tenantry.contract.blueprints.Version;
import io.tenantry.contract.deployments.DeploymentEvent;
import io.tenantry.contract.deployments.DeploymentId;
import io.tenantry.contract.deployments.DeploymentKind;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.deployments.DeploymentTenant;
import io.tenantry.contract.deployments.UndoMode;
import io.tenantry.contract.drift.DriftCheck;
import io.tenantry.contract.drift.TenantDrift;
import io.tenantry.contract.drills.Drill;
import io.tenantry.contract.drills.DrillId;
import io.tenantry.contract.drills.DrilledDatabase;
import io.tenantry.contract.drills.ReportCheck;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.imports.DataImport;
import io.tenantry.contract.imports.ImportId;
import io.tenantry.contract.imports.ImportStatus;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.projects.ProjectId;
import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.recovery.PastRecovery;
import io.tenantry.contract.tenants.IsolationChange;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Spells ids, constants, secrets, versions, instants and database values. */
final class ContractModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  ContractModule() {
    super("tenantry-contract");
    text(WorkspaceName.class, WorkspaceName::value, WorkspaceName::new);
    text(TenantId.class, TenantId::value, TenantId::new);
    text(ProjectId.class, ProjectId::value, ProjectId::new);
    text(DeploymentId.class, DeploymentId::value, DeploymentId::new);
    text(BackupRunId.class, BackupRunId::value, BackupRunId::new);
    text(DrillId.class, DrillId::value, DrillId::new);
    text(ImportId.class, ImportId::value, ImportId::new);
    text(Version.class, Version::toString, Version::parse);
    text(Secret.class, Secret::value, Secret::new);
    text(Instant.class, ContractModule::seconds, Instant::parse);
    coded(Role.class);
    coded(ScopeType.class);
    coded(WorkspaceMode.class);
    coded(DatabaseType.class);
    coded(TenantStatus.class);
    coded(TenantConcern.class);
    backups();
    coded(IsolationChange.State.class);
    coded(DeploymentStatus.class);
    coded(DeploymentEvent.Kind.class);
    coded(DeploymentTenant.State.class);
    coded(PlanStep.Effect.class);
    coded(ChangeWarning.Code.class);
    coded(DriftCheck.Status.class);
    coded(TenantDrift.State.class);
    coded(ImportStatus.class);
    coded(DataImport.State.class);
    coded(DeploymentKind.class);
    coded(UndoMode.class);
    coded(ErrorCode.class);
    coded(QuerySource.class);
    addSerializer(Coded.class, new TextWriter<>(Coded::code)); // of those that are only written
    addSerializer(Value.class, new ValueJson.Writer());
    addDeserializer(Value.class, new ValueJson.Reader());
    addSerializer(Parameters.class, new ParametersJson());
  }

  private void backups() {
    coded(BackupType.class);
    coded(BackupStatus.class);
    coded(BackupCoverage.State.class);
    coded(BackupCoverage.Day.class);
    coded(BackupRun.Status.class);
    coded(BackupRunTenant.State.class);
    coded(Drill.Status.class);
    coded(DrilledDatabase.Outcome.class);
    coded(DrilledDatabase.Comparison.class);
    coded(ReportCheck.class);
    coded(PastRecovery.State.class);
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private <E extends Enum<E> & Coded> void coded(Class<E> type) {
    text(
        type,
        Coded::code,
        code ->
            Coded.find(type, code)
                .orElseThrow(() -> EngineException.badRequest("Unknown code: " + code)));
  }

  private <T> void text(Class<T> type, Function<T, String> toText, Function<String, T> fromText) {
    addSerializer(type, new TextWriter<>(toText));
    addDeserializer(type, new TextReader<>(type, fromText));
  }

  private static final class TextWriter<T> extends ValueSerializer<T> {
    private final Function<T, String> toText;

    TextWriter(Function<T, String> toText) {
      this.toText = toText;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(toText.apply(value));
    }
  }

  private static final class TextReader<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> fromText;

    TextReader(Class<T> type, Function<String, T> fromText) {
      this.type = type;
      this.fromText = fromText;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString("");
      try {
        return fromText.apply(text);
      } catch (EngineException | DateTimeException invalid) {
        // The text stays out of the message: it may be a secret.
        throw context.weirdStringException("", type, "not a " + type.getSimpleName());
      }
    }
  }
}
