using FluentMigrator;
using Nop.Data.Extensions;
using Nop.Data.Migrations;
using Nop.Plugin.Misc.GiftWrapping.Domain;

namespace Nop.Plugin.Misc.GiftWrapping.Data;

[NopMigration("2025/11/03 09:30:00", "Misc.GiftWrapping base schema", MigrationProcessType.Installation)]
public class SchemaMigration : AutoReversingMigration
{
    public override void Up()
    {
        Create.TableFor<WrappingPaper>();
        Create.TableFor<CartItemWrap>();
    }
}
