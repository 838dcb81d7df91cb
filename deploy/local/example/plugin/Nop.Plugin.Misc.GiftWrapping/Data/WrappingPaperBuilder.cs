using FluentMigrator.Builders.Create.Table;
using Nop.Data.Mapping.Builders;
using Nop.Plugin.Misc.GiftWrapping.Domain;

namespace Nop.Plugin.Misc.GiftWrapping.Data;

public class WrappingPaperBuilder : NopEntityBuilder<WrappingPaper>
{
    public override void MapEntity(CreateTableExpressionBuilder table)
    {
        table
            .WithColumn(nameof(WrappingPaper.Name)).AsString(400).NotNullable()
            .WithColumn(nameof(WrappingPaper.Fee)).AsDecimal(18, 4).NotNullable();
    }
}
